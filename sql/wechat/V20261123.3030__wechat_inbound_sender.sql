-- So that what a person wrote can be erased when they leave, under whichever row they were known.
ALTER TABLE wechat_inbound
  ADD COLUMN sender_key BINARY(32) NULL COMMENT 'keyed index of the openid a letter is from or about; null once erased',
  ADD KEY ix_wechat_inbound_sender (sender_key);
ALTER TABLE wechat_reply
  ADD KEY ix_wechat_reply_person (person_id);
ALTER TABLE wechat_person
  ADD KEY ix_wechat_person_merged (merged_into);
