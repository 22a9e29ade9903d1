-- Where a request stands while it is handled, and the unit that answers for it. Compared and swapped with the status.
ALTER TABLE request
    ADD COLUMN sub_state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'of HANDLING: WAITING_RESIDENT, RETURN_ASKED, EXTENSION_ASKED, DOWN_OFFERED, JOINT_MEETING; null: waits for nothing' AFTER status,
    ADD COLUMN holder_unit_id BIGINT NULL COMMENT 'a unit of the room staff, if one answers; holder_staff_id is then its lead or the member who took it' AFTER holder_staff_id,
    ADD KEY of_unit (holder_unit_id, open_due_at, id);
