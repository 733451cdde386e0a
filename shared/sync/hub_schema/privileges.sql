-- Laid last: nobody may do anything but what is granted here and, for its own functions, in a practice's hub.sql.
REVOKE ALL ON SCHEMA hub FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA hub FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA hub FROM PUBLIC;
GRANT USAGE ON SCHEMA hub TO warm_window_kiosk, warm_window_counter, warm_window_office;
GRANT EXECUTE ON FUNCTION me(), hello(json), push(json), pull(json), again(json), attachments(json)
  TO warm_window_kiosk, warm_window_counter, warm_window_office;
GRANT EXECUTE ON FUNCTION stamp(), devices(), kept_aside(), let_in(json), lacking(json), keep_attachments(json)
  TO warm_window_counter, warm_window_office;
