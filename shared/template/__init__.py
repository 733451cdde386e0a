"""模板文件: one company's policy, checklists, rulebook and courses, for another to start with.

The paper: 其它公众收费服务单位可结合自身特点.

One JSON file in UTF-8: `{"format": "warm-window-template", "version": 1, "made": "2026-11-27", "parts": {…}}`. Each
part is an object of items by key, as its practice declares it (`Practice.template`): `policy` has `section.value`,
`checklists` and `rulebook` whole documents by code, `courses` courses with their questions.

No person is in it: an export that would name somebody of the roster, or a mobile number, is refused. Items that
this version does not know are skipped and listed; the rest is taken as a whole or not at all.
"""
