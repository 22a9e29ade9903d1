-- Time that merely went by can be answered by what a member wrote down at the door without a network; a resident's word cannot.
ALTER TABLE visit_no_show ADD COLUMN said_by_resident BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the resident said that nobody came' AFTER side;
