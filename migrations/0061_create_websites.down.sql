DROP TABLE website_domains, website_members, websites;
DROP TYPE website_role;
