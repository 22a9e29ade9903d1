-- Which visits go to one door on a day.
ALTER TABLE visit ADD KEY visit_of_household (household_id, start_at);
