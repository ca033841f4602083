//go:build !unix && !windows

package preview

import "syscall"

// alone has nothing to ask of this system.
func alone() *syscall.SysProcAttr { return nil }
