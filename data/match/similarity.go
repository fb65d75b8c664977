package match

import "strings"

// similarity compares two folded texts, from 0 (nothing alike) to 1 (the same): Jaro-Winkler over the letters, or the
// share of common words where that is more, as when words stand in another order.
func similarity(a, b string) float64 {
	if a == b {
		return 1
	}
	return max(jaroWinkler([]rune(a), []rune(b)), 0.95*dice(strings.Fields(a), strings.Fields(b)))
}

// dice is twice the words in common by the words of both.
func dice(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	common := 0
	left := map[string]int{}
	for _, word := range a {
		left[word]++
	}
	for _, word := range b {
		if left[word] > 0 {
			left[word]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// jaroWinkler adds to Jaro's measure for a common beginning of up to four letters.
func jaroWinkler(a, b []rune) float64 {
	score := jaro(a, b)
	prefix := 0
	for prefix < min(4, len(a), len(b)) && a[prefix] == b[prefix] {
		prefix++
	}
	return score + float64(prefix)*0.1*(1-score)
}

func jaro(a, b []rune) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	reach := max(0, max(len(a), len(b))/2-1)
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	matches := 0
	for i, letter := range a {
		for j := max(0, i-reach); j < min(len(b), i+reach+1); j++ {
			if !usedB[j] && b[j] == letter {
				usedA[i], usedB[j] = true, true
				matches++
				break
			}
		}
	}
	if matches == 0 {
		return 0
	}
	m := float64(matches)
	return (m/float64(len(a)) + m/float64(len(b)) + (m-float64(moved(a, b, usedA, usedB))/2)/m) / 3
}

// moved counts the matched letters that stand in another order.
func moved(a, b []rune, usedA, usedB []bool) int {
	count, j := 0, 0
	for i, used := range usedA {
		if !used {
			continue
		}
		for !usedB[j] {
			j++
		}
		if a[i] != b[j] {
			count++
		}
		j++
	}
	return count
}
