package preview

import "syscall"

// alone gives a program a process group of its own, which the Ctrl-C of the
// console does not reach.
func alone() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
}
