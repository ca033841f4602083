//go:build !linux

package publish

import "errors"

// exchangeFolders cannot be done in one step here.
func exchangeFolders(a, b string) error { return errors.ErrUnsupported }
