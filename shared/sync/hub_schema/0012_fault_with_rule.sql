-- What is asked of each event is given the rule of its kind, which `push` has at hand, and no longer looks for it.
DROP FUNCTION IF EXISTS fault_of(device, text, text, text, text, bigint, bigint, bigint, json, json);
