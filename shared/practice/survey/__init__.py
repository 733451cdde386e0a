"""问卷: half a year's three questions (重视, 公平, 会干), asked of window staff without their names.

Threat model: no way back from an answer to a person
----------------------------------------------------

That somebody took part is an ordinary fact with their number, which every hall gets: each answers once, in whichever
hall, but for two PCs that have not heard of each other yet. What they answered is never an event, a row or a line of a
log. It is added to a box (`box`): one number under the round's key, the encrypted sum of all answers in it (`sealing`,
Paillier). The counter has no key to open it. The box lies beside the journal, is overwritten in place and fresh after
each answer, and no backup takes it along. So neither a copy of the journal with its log, free pages, row ids, times and
hash chain, nor two copies of the box taken one answer apart, say more than that somebody has answered. A tap is thanked
when the box is on the disk.

A box goes to the hub as one number when it holds `least` (5) answers and begins anew; with less only when the round is
over. There an answer is known neither by time nor by order nor by person: only sums exist, of which the single summands
cannot be told. The office's program multiplies the boxes of halls until each group holds `least` answers
(`rules.groups`), opens only these products, publishes their sums, and destroys the key. From then on nobody opens
anything: the boxes of fewer than five stay sealed, whoever has the hub, all devices, all backups and all journals.

What remains, and is said on the page:
- Everybody in a group gave the same answer: then the sum says what each of them gave. No survey can hide that.
- All but one of a group tell each other what they gave: then the sum says what the last one gave.
- Two half-years' groups that differ by one person, whom everybody knows to have taken part: if the others answer as
  before, the difference is that person's answer. Within one round there is nothing to subtract: no hall is in two
  groups, and only the first count is published.
- Until the office has counted, whoever has *both* the office's key file and a copy of a counter's folder can open a
  box with a program of their own, also one of a single answer. No design can change that: a device that has stored
  one answer of a known person, and a key with which the answer will count, hold it. The boxes of fewer that are sent
  when the round is over lie in the office's journal beside the key: there the office's PC alone is enough.
  On a single PC both lie in one folder; a round over several PCs is safer.
- Who owns a counter can change its program or look over a shoulder before the answer is in the box.
- A disk may keep blocks that were overwritten; with the key destroyed they say nothing.

Not kept at all: one PC lost before its box was sent takes at most 4 answers with it.
"""
