set_option linter.unusedVariables false
local notation "ℝ" => Real
local notation "ℕ" => Nat
local notation "ℤ" => Int
local notation "ℚ" => Rat
local macro:max "𝓝 " a:term:max : term => `(nhds $a)
local macro:max "𝓝[≠] " a:term:max : term => `(nhdsWithin $a (Set.compl (Singleton.singleton $a : Set Real)))
local macro:max "𝓝[>] " a:term:max : term => `(nhdsWithin $a (Set.Ioi $a))
local macro:max "𝓝[<] " a:term:max : term => `(nhdsWithin $a (Set.Iio $a))
local macro "∀ᶠ " x:ident " in " l:term ", " p:term : term => `(Filter.Eventually (fun $x => $p) $l)
local macro "∑ " x:ident " ∈ " s:term ", " p:term:67 : term => `(Finset.sum $s (fun $x => $p))
local macro "∏ " x:ident " ∈ " s:term ", " p:term:67 : term => `(Finset.prod $s (fun $x => $p))
