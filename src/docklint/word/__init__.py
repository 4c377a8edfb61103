"""WordprocessingML: the only code that walks OOXML.

guard      limits, and the look at a file before any parser sees it
package    the zip, its parts and relationships          xml     the one door to an XML parser (standard: without lxml)
names      the two namespaces                            errors  one type a cause
styles     style chains, resolved once                   numbering, labels   automatic numbers
atoms      the text atoms, as a later writer finds them again
lines      the text being built                          walk    one pass over one part
blocks, runs, fields, art, revisions                     what the pass does with each element
symbols    signs by their codes                          alternate   which branch of an alternative is read
stories    body, text boxes, headers, footers, notes, comments, in this order
"""
