DROP FUNCTION app.team_employee_ids(uuid);
DROP FUNCTION app.find_user_by_email(text);
DROP FUNCTION app.colleagues(uuid[]);
DROP FUNCTION app.search_employees(text);

REVOKE SELECT ON employees FROM app_search;
DROP POLICY search_read ON employees;
DROP INDEX employees_search_idx;
DROP FUNCTION app.employee_search_text(text, text, text);
