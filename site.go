// Package receipts holds what the program can write without a checkout of it: the
// built-in layouts and static files, so that the binary alone makes a site from a folder
// of Markdown; the guide; and how hosts build a site. A file of the same name in the
// site's own layouts/ or static/ takes the place of a built-in one.
package receipts

import "embed"

// Defaults are the folders layouts/ and static/. What begins with an underscore is
// left out of a folder unless it is named.
//
//go:embed layouts static static/root/_headers
var Defaults embed.FS

// Guide is the folder content/guide/. A site has it once it is written into its own.
//
//go:embed content/guide
var Guide embed.FS

// Workflow is what GitHub runs for a site, and Netlify how that host builds this one.
var (
	//go:embed docs/hosts/github-pages.yml
	Workflow string
	//go:embed netlify.toml
	Netlify string
)
