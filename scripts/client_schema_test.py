#!/usr/bin/env python3
"""Builds a schema of the server's introspection as code generators do, with graphql-core.

usage: client_schema_test.py PAGE SDL
"""

import json
import sys
import urllib.request

from graphql import build_ast_schema, build_client_schema, get_introspection_query, parse, print_schema, validate_schema

page, sdl = sys.argv[1:]
query = get_introspection_query(
    descriptions=True,
    specified_by_url=True,
    directive_is_repeatable=True,
    schema_description=True,
    input_value_deprecation=True,
)
request = urllib.request.Request(page, json.dumps({"query": query}).encode(), {"Content-Type": "application/json"})
answer = json.load(urllib.request.urlopen(request))
if "errors" in answer:
    sys.exit(f"introspection failed: {answer['errors'][0]['message']}")
schema = build_client_schema(answer["data"])
problems = validate_schema(schema)
if problems:
    sys.exit(f"the introspected schema is invalid: {problems[0].message}")
with open(sdl, encoding="utf-8") as file:
    written = build_ast_schema(parse(file.read()))
introspected = {name for name in schema.type_map if not name.startswith("__")}
missing = {name for name in written.type_map if not name.startswith("__")} - introspected
if missing:
    sys.exit(f"the introspected schema lacks {sorted(missing)}")
for name in sorted(introspected & set(written.type_map)):
    ours, theirs = schema.type_map[name], written.type_map[name]
    if list(getattr(ours, "fields", {})) != list(getattr(theirs, "fields", {})):
        sys.exit(f"the fields of {name} differ")
print(f"graphql-core builds a client schema: {len(introspected)} types, {len(print_schema(schema))} characters")
