package locale

import "testing"

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		known("en", nil)
	}
}
