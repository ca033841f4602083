package content

import "testing"

func TestIDOfName(t *testing.T) {
	for name, want := range map[string]string{
		"Code électoral, art. L. 52-8": "code-electoral-art-l-52-8",
		"公職選挙法":                        "law-aebae03b",
		"Ν. 3023/2002":                 idOfName("ν. 3023/2002"), // the letter is Greek
	} {
		if got := idOfName(name); got != want || !IsID(got) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if a, b := idOfName("Ν. 3023/2002"), idOfName("Ν. 3024/2002"); a == b {
		t.Errorf("two laws have the id %q", a)
	}
}
