//go:build unix

package preview

import "syscall"

// alone gives a program a session of its own, which the terminal's signals do not
// reach.
func alone() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
