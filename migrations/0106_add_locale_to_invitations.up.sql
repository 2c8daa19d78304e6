-- The language of the invitation's letter, as a language tag (BCP 47); that of the organization where there is none.
ALTER TABLE organization_invitations ADD COLUMN locale text CHECK (length(locale) BETWEEN 2 AND 35);
