-- Buildings that no property company looks after (无主管楼院): the community answers for what a property company would, until the street
-- names a company for the building, the grid or the whole territory. grid_id 0: wherever no narrower line fits.
INSERT INTO request_route (grid_id, category, target, unit_id)
VALUES (0, 'HOUSING', 'COMMUNITY', NULL),
       (0, 'ELEVATOR', 'COMMUNITY', NULL);
