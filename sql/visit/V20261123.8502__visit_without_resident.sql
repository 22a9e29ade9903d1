-- That a member was at a door stays known after the resident left.
ALTER TABLE visit
    MODIFY resident_id BIGINT NULL COMMENT 'who asked for it, or whose door it is; null: they left';
