"""WordprocessingML: the only code that knows OOXML. It reads, and it writes without serialising anything anew.

Reading
guard      limits, and the look at a file before any parser sees it
package    the zip, its parts and relationships          xml     the one door to an XML parser (standard: without lxml)
names      the two namespaces                            errors  one type a cause
encoding   a part's bytes as UTF-8 and back              own     docklint's own comments, known by their tags
styles     style chains, resolved once                   numbering, labels   automatic numbers
atoms      the text atoms, as a writer finds them again
lines      the text being built                          walk    one pass over one part
blocks, runs, fields, art, revisions                     what the pass does with each element
symbols    signs by their codes                          alternate   which branch of an alternative is read
stories    body, text boxes, headers, footers, notes, comments, in this order

Writing
source     a part as a tree of byte positions            splice  edits on bytes, all at once
wording    names and text as XML                         numbers ids that are free
parts      a package being written to                    repackage   the zip, unchanged entries as they are
cutting    runs cut between characters
placing    a span → where a comment may stand            whereabouts  what it says of that
threads    comments, who answered, what keeps their identity
notes      comments put in, replaced, taken out          (`add_notes`, `remove_notes`, `own_tags`)
others     what others have said in comments
least      which characters must go and come             editable, marks   what is text to edit; ends of lines
changes    tracked and silent edits                      (`make_changes`, `refused`)
refusals   why nothing is written                        rereading   what was written, read again
"""
