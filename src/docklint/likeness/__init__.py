"""How much papers share, as evidence: what they say in the same words, official wording aside.

wording     a paper reduced to the sentences that are its own
official    what the profile, its notice and set phrases put into everybody's mouth
grams       sentences as sets of five characters; of very many, an even sample
folder      which papers share how much: an inverted index, once over all of them
threshold   from which likeness on a pair is told
passages    where two papers share it, side by side
examples    one example told in two papers or more

A likeness is measured on what is left, and what was left out is counted. Nothing here says who copied from whom.
"""
