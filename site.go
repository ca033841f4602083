// Package receipts holds the built-in layouts and static files, so that the
// binary alone makes a site from a folder of Markdown. A file of the same name
// in the site's own layouts/ or static/ takes the place of a built-in one.
package receipts

import "embed"

// Defaults are the folders layouts/ and static/. What begins with an underscore is
// left out of a folder unless it is named.
//
//go:embed layouts static static/root/_headers
var Defaults embed.FS
