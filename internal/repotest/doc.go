// Package repotest checks the rules of the repository that no compiler checks:
// which package imports which, where goroutines start, what the documents say
// of the code, and what no file may contain.
//
// The package has no code of its own: all of it is tests.
package repotest
