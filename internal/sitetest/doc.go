// Package sitetest tests the real site: what content/, layouts/ and static/ of this
// repository become, for a reader, a browser or a machine. The site is built once,
// in memory; nothing is written and nothing is fetched.
//
// The package has no code of its own: all of it is tests.
package sitetest
