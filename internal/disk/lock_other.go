//go:build !unix

package disk

import "context"

// Lock does nothing where the system has no advisory locks: what is put in place as a
// whole is still one version or the other.
func Lock(context.Context, string) (unlock func(), err error) { return func() {}, nil }
