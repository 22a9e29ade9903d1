-- How far from the entrance the member stood when checking in; the place itself is not kept.
ALTER TABLE visit ADD COLUMN check_in_metres INT NULL COMMENT 'from the entrance of the building' AFTER check_in_grade;
