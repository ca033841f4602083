// Package yamldoc reads YAML with the place of everything in it.
package yamldoc
