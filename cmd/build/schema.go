package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/schema"
)

var schemaCommand = command{
	name:  "schema",
	args:  "KIND",
	short: "print what a kind of file may say, as JSON Schema",
	long: `Prints the JSON Schema (draft 2020-12) of the front matter of one kind of file, or
of the site file: editors that know it complete keys and mark mistakes. What
depends on other keys or other files only "check" finds. KIND is "site" or the name
of a folder of content/. Sites publish the same files below /data/schema/.`,
	example: "schema articles",
	words:   func(*invocation) []string { return schema.Names() },
	run:     runSchema,
}

func runSchema(_ context.Context, inv *invocation) error {
	name := strings.Join(inv.args, " ")
	out, ok := schema.Write(name)
	if !ok {
		all := "the kinds are " + strings.Join(schema.Names(), ", ")
		if name == "" {
			return &usageError{"schema takes the name of a kind", all}
		}
		return &usageError{`unknown kind "` + name + `"`, cmp.Or(diag.DidYouMean(name, schema.Names()), all)}
	}
	_, err := fmt.Fprintf(inv.stdout, "%s", out)
	return err
}
