-- What is old is found without reading the rest.
ALTER TABLE message ADD KEY message_age (created_at, id);
