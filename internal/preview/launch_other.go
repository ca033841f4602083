//go:build !unix && !windows

package preview

import "syscall"

// alone changes nothing on this system.
func alone() *syscall.SysProcAttr { return nil }
