module

public import Mathlib.Analysis.Complex.Exponential

public section

/-!
# Sine and cosine

They are the limits of the imaginary and the real parts of `(1 + x * i / 2 ^ n) ^ 2 ^ n`; Mathlib defines them by the complex power series of the
exponential function. Four facts of them, proved here, determine them: the addition theorems, `Real.sin_lt` and `Real.sin_gt_sub_cube`.
-/

-- shomei: preamble

namespace Real

/-! ## The powers `(1 + x * i / 2 ^ n) ^ 2 ^ n`

Each is the square of the one before it for `x / 2`, which makes their addition theorem, up to a multiple of `(1 / 2) ^ n`, an induction. -/

/-- Real and imaginary part of `(1 + x * i / 2 ^ n) ^ 2 ^ n`. -/
private noncomputable def power : ℕ → ℝ → ℝ × ℝ
  | 0, x => (1, x)
  | n + 1, x =>
    ((power n (x / 2)).1 * (power n (x / 2)).1 - (power n (x / 2)).2 * (power n (x / 2)).2,
      (power n (x / 2)).1 * (power n (x / 2)).2 + (power n (x / 2)).2 * (power n (x / 2)).1)

/-- A norm of complex numbers. -/
private noncomputable def size (a b : ℝ) : ℝ := abs a + abs b

private theorem size_nonneg (a b : ℝ) : 0 ≤ size a b := by
  rw [size]
  exact add_nonneg (abs_nonneg a) (abs_nonneg b)

private theorem size_add (a b c d : ℝ) : size (a + c) (b + d) ≤ size a b + size c d := by
  have h₁ := abs_add_le a c
  have h₂ := abs_add_le b d
  rw [size, size, size]
  grind

private theorem size_mul (a b c d : ℝ) : size (a * c - b * d) (a * d + b * c) ≤ size a b * size c d := by
  have h₁ := abs_add_le (a * c) (-(b * d))
  have h₂ := abs_add_le (a * d) (b * c)
  rw [abs_neg, abs_mul, abs_mul, ← sub_eq_add_neg] at h₁
  rw [abs_mul, abs_mul] at h₂
  rw [size, size, size]
  grind

private theorem abs_half (x : ℝ) : abs (x / 2) = abs x / 2 := by
  rw [abs_div, abs_of_pos two_pos]

private theorem size_power_le (n : ℕ) (x : ℝ) : size (power n x).1 (power n x).2 ≤ exp (abs x) := by
  induction n generalizing x with
  | zero =>
    have h := add_one_le_exp (abs x)
    rw [power, size, abs_one]
    grind
  | succ n ih =>
    have h := ih (x / 2)
    have e : exp (abs x) = exp (abs (x / 2)) * exp (abs (x / 2)) := by
      rw [← exp_add, abs_half, add_halves]
    rw [power, e]
    exact le_trans (size_mul _ _ _ _) (mul_le_mul h h (size_nonneg _ _) (exp_pos _).le)

private theorem size_sub_le (a b c d q r : ℝ) :
    size ((a * a - b * b) * (c * c - d * d) - (a * b + b * a) * (c * d + d * c) - (q * q - r * r))
      ((a * a - b * b) * (c * d + d * c) + (a * b + b * a) * (c * c - d * d) - (q * r + r * q)) ≤
    size (a * c - b * d - q) (a * d + b * c - r) * (size a b * size c d + size q r) := by
  have h := size_mul (a * c - b * d - q) (a * d + b * c - r) (a * c - b * d + q) (a * d + b * c + r)
  have e₁ : (a * c - b * d - q) * (a * c - b * d + q) - (a * d + b * c - r) * (a * d + b * c + r) =
      (a * a - b * b) * (c * c - d * d) - (a * b + b * a) * (c * d + d * c) - (q * q - r * r) := by grind
  have e₂ : (a * c - b * d - q) * (a * d + b * c + r) + (a * d + b * c - r) * (a * c - b * d + q) =
      (a * a - b * b) * (c * d + d * c) + (a * b + b * a) * (c * c - d * d) - (q * r + r * q) := by grind
  rw [e₁, e₂] at h
  have h₁ := size_add (a * c - b * d) (a * d + b * c) q r
  have h₂ := size_mul a b c d
  exact le_trans h (mul_le_mul_of_nonneg_left (by grind) (size_nonneg _ _))

/-- The addition theorem, but for an error. -/
private theorem power_add (n : ℕ) (x y : ℝ) :
    size ((power n x).1 * (power n y).1 - (power n x).2 * (power n y).2 - (power n (x + y)).1)
      ((power n x).1 * (power n y).2 + (power n x).2 * (power n y).1 - (power n (x + y)).2) ≤
    abs x * abs y * exp (abs x + abs y) * (1 / 2) ^ n := by
  induction n generalizing x y with
  | zero =>
    have h := add_one_le_exp (abs x + abs y)
    have h₀ := mul_nonneg (abs_nonneg x) (abs_nonneg y)
    have h₁ := mul_nonneg h₀ (show 0 ≤ exp (abs x + abs y) - 1 by grind [abs_nonneg x, abs_nonneg y])
    have e₁ : 1 * 1 - x * y - 1 = -(x * y) := by grind
    have e₂ : 1 * y + x * 1 - (x + y) = 0 := by grind
    show size (1 * 1 - x * y - 1) (1 * y + x * 1 - (x + y)) ≤ _
    rw [e₁, e₂, size, abs_neg, abs_mul, abs_zero, pow_zero]
    grind
  | succ n ih =>
    have h := ih (x / 2) (y / 2)
    have e : (x + y) / 2 = x / 2 + y / 2 := by grind
    have hx := abs_nonneg x
    have hy := abs_nonneg y
    have b := size_sub_le (power n (x / 2)).1 (power n (x / 2)).2 (power n (y / 2)).1 (power n (y / 2)).2
      (power n (x / 2 + y / 2)).1 (power n (x / 2 + y / 2)).2
    have k₁ := mul_le_mul (size_power_le n (x / 2)) (size_power_le n (y / 2)) (size_nonneg _ _) (exp_pos _).le
    have k₂ := le_trans (size_power_le n (x / 2 + y / 2)) (exp_le_exp.2 (abs_add_le (x / 2) (y / 2)))
    rw [← exp_add] at k₁
    have k₃ := le_trans b (mul_le_mul h (add_le_add k₁ k₂) (add_nonneg (mul_nonneg (size_nonneg _ _) (size_nonneg _ _)) (size_nonneg _ _))
      (mul_nonneg (mul_nonneg (mul_nonneg (abs_nonneg _) (abs_nonneg _)) (exp_pos _).le) (pow_nonneg (by grind) n)))
    have e' : exp (abs x + abs y) = exp (abs (x / 2) + abs (y / 2)) * exp (abs (x / 2) + abs (y / 2)) := by
      rw [← exp_add, abs_half, abs_half]
      have : abs x + abs y = abs x / 2 + abs y / 2 + (abs x / 2 + abs y / 2) := by grind
      rw [this]
    rw [power, power, power, e, e', pow_succ]
    refine le_trans k₃ (le_of_eq ?_)
    rw [abs_half, abs_half]
    grind

/-! ## Limits -/

/-- `f` tends to `l` as fast as a multiple of `(1 / 2) ^ n` to 0. -/
private def Near (f : ℕ → ℝ) (l : ℝ) : Prop := ∃ c, ∀ n, abs (f n - l) ≤ c * (1 / 2) ^ n

private theorem half_pow_le_one (n : ℕ) : (1 / 2 : ℝ) ^ n ≤ 1 := by
  induction n with
  | zero => grind
  | succ n ih => rw [pow_succ]; grind

private theorem nonpos_of_forall_le {a c : ℝ} (h : ∀ n : ℕ, a ≤ c * (1 / 2) ^ n) : a ≤ 0 := by
  refine not_lt.1 fun ha => ?_
  have key (n : ℕ) : (n : ℝ) * (1 / 2) ^ n ≤ 1 := by
    induction n with
    | zero => grind
    | succ n ih =>
      have := half_pow_le_one n
      rw [pow_succ, Nat.cast_add_one]
      grind
  obtain ⟨n, hn⟩ := exists_nat_gt (c / a)
  rw [div_lt_iff₀ ha] at hn
  have hc : 0 ≤ c := by
    have := h 0
    rw [pow_zero] at this
    grind
  have k₁ := mul_le_mul_of_nonneg_left (h n) (Nat.cast_nonneg n)
  have k₂ := mul_le_mul_of_nonneg_left (key n) hc
  grind

private theorem Near.unique {f : ℕ → ℝ} {l m : ℝ} (h : Near f l) (h' : Near f m) : l = m := by
  obtain ⟨c, hc⟩ := h
  obtain ⟨d, hd⟩ := h'
  have k (n : ℕ) : abs (l - m) ≤ (c + d) * (1 / 2) ^ n := by
    have h₁ := abs_add_le (l - f n) (f n - m)
    have h₂ := hc n
    have h₃ := hd n
    have e : l - f n + (f n - m) = l - m := by grind
    rw [e, abs_sub_comm l (f n)] at h₁
    grind
  have h₀ := nonpos_of_forall_le k
  have := abs_nonneg (l - m)
  have := abs_eq_zero.1 (show abs (l - m) = 0 by grind)
  grind

private theorem Near.congr {f g : ℕ → ℝ} {l d : ℝ} (h : Near f l) (hd : ∀ n, abs (g n - f n) ≤ d * (1 / 2) ^ n) : Near g l := by
  obtain ⟨c, hc⟩ := h
  refine ⟨c + d, fun n => ?_⟩
  have h₁ := abs_add_le (g n - f n) (f n - l)
  have e : g n - f n + (f n - l) = g n - l := by grind
  have h₂ := hc n
  have h₃ := hd n
  rw [e] at h₁
  grind

private theorem Near.add {f g : ℕ → ℝ} {l m : ℝ} (hf : Near f l) (hg : Near g m) : Near (fun n => f n + g n) (l + m) := by
  obtain ⟨c, hc⟩ := hf
  obtain ⟨d, hd⟩ := hg
  refine ⟨c + d, fun n => ?_⟩
  have h₁ := abs_add_le (f n - l) (g n - m)
  have e : f n - l + (g n - m) = f n + g n - (l + m) := by grind
  have h₂ := hc n
  have h₃ := hd n
  rw [e] at h₁
  grind

private theorem Near.neg {f : ℕ → ℝ} {l : ℝ} (hf : Near f l) : Near (fun n => -f n) (-l) := by
  obtain ⟨c, hc⟩ := hf
  refine ⟨c, fun n => ?_⟩
  have e : -f n - -l = -(f n - l) := by grind
  rw [e, abs_neg]
  exact hc n

private theorem Near.mul {f g : ℕ → ℝ} {l m : ℝ} (hf : Near f l) (hg : Near g m) : Near (fun n => f n * g n) (l * m) := by
  obtain ⟨c, hc⟩ := hf
  obtain ⟨d, hd⟩ := hg
  refine ⟨c * (abs m + d) + abs l * d, fun n => ?_⟩
  have hd₀ : 0 ≤ d := by
    have h := hd 0
    have := abs_nonneg (g 0 - m)
    rw [pow_zero] at h
    grind
  have h₁ := abs_add_le ((f n - l) * g n) (l * (g n - m))
  have e : (f n - l) * g n + l * (g n - m) = f n * g n - l * m := by grind
  rw [e, abs_mul, abs_mul] at h₁
  have h₂ := abs_add_le (g n - m) m
  rw [sub_add_cancel] at h₂
  have h₃ := mul_le_mul_of_nonneg_left (half_pow_le_one n) hd₀
  have h₄ := hd n
  have hc' := hc n
  have k₁ := mul_le_mul hc' (show abs (g n) ≤ abs m + d by grind) (abs_nonneg _) (le_trans (abs_nonneg _) hc')
  have k₂ := mul_le_mul_of_nonneg_left h₄ (abs_nonneg l)
  grind

private theorem exists_limit {f : ℕ → ℝ} {c : ℝ} (h : ∀ n, abs (f (n + 1) - f n) ≤ c * (1 / 2) ^ (n + 1)) :
    ∃ l, ∀ n, abs (f n - l) ≤ c * (1 / 2) ^ n := by
  have hc : 0 ≤ c := by
    have k := le_trans (abs_nonneg _) (h 0)
    grind
  have step (n : ℕ) : f n - c * (1 / 2) ^ n ≤ f (n + 1) - c * (1 / 2) ^ (n + 1) ∧ f (n + 1) + c * (1 / 2) ^ (n + 1) ≤ f n + c * (1 / 2) ^ n := by
    have k := abs_le.1 (h n)
    rw [pow_succ] at k ⊢
    grind
  have mono (n k : ℕ) : f n - c * (1 / 2) ^ n ≤ f (n + k) - c * (1 / 2) ^ (n + k) ∧ f (n + k) + c * (1 / 2) ^ (n + k) ≤ f n + c * (1 / 2) ^ n := by
    induction k with
    | zero => exact ⟨le_rfl, le_rfl⟩
    | succ k ih =>
      have s := step (n + k)
      exact ⟨le_trans ih.1 s.1, le_trans s.2 ih.2⟩
  have below (m n : ℕ) : f m - c * (1 / 2) ^ m ≤ f n + c * (1 / 2) ^ n := by
    have h₁ := (mono m n).1
    have h₂ := (mono n m).2
    have h₃ := mul_nonneg hc (pow_nonneg (show (0 : ℝ) ≤ 1 / 2 by grind) (m + n))
    rw [Nat.add_comm n m] at h₂
    grind
  obtain ⟨l, hl, hmin⟩ := Shomei.Portable.exists_isLUB (s := fun y => ∃ m : ℕ, y = f m - c * (1 / 2) ^ m) ⟨_, 0, rfl⟩
    ⟨f 0 + c * (1 / 2) ^ 0, fun y ⟨m, hm⟩ => hm ▸ below m 0⟩
  refine ⟨l, fun n => abs_le.2 ?_⟩
  have h₁ := hl _ ⟨n, rfl⟩
  have h₂ := hmin (f n + c * (1 / 2) ^ n) fun y ⟨m, hm⟩ => hm ▸ below m n
  grind

/-! ## Sine and cosine -/

private theorem size_power_succ_sub_le (x : ℝ) (n : ℕ) :
    size ((power (n + 1) x).1 - (power n x).1) ((power (n + 1) x).2 - (power n x).2) ≤ abs x * abs x / 2 * exp (abs x) * (1 / 2) ^ (n + 1) := by
  have h := power_add n (x / 2) (x / 2)
  rw [add_halves, abs_half, add_halves] at h
  rw [power]
  refine le_trans h (le_of_eq ?_)
  rw [pow_succ]
  grind

private theorem exists_limit_re (x : ℝ) : ∃ l, ∀ n, abs ((power n x).1 - l) ≤ abs x * abs x / 2 * exp (abs x) * (1 / 2) ^ n :=
  exists_limit (f := fun n => (power n x).1) fun n => by
    have h := size_power_succ_sub_le x n
    have := abs_nonneg ((power (n + 1) x).2 - (power n x).2)
    rw [size] at h
    grind

private theorem exists_limit_im (x : ℝ) : ∃ l, ∀ n, abs ((power n x).2 - l) ≤ abs x * abs x / 2 * exp (abs x) * (1 / 2) ^ n :=
  exists_limit (f := fun n => (power n x).2) fun n => by
    have h := size_power_succ_sub_le x n
    have := abs_nonneg ((power (n + 1) x).1 - (power n x).1)
    rw [size] at h
    grind

/-- The sine: the limit of the imaginary parts of `(1 + x * i / 2 ^ n) ^ 2 ^ n`. -/
noncomputable def sin (x : ℝ) : ℝ := Classical.choose (exists_limit_im x)

/-- The cosine: the limit of the real parts of `(1 + x * i / 2 ^ n) ^ 2 ^ n`. -/
noncomputable def cos (x : ℝ) : ℝ := Classical.choose (exists_limit_re x)

private theorem power_sub_sin (x : ℝ) (n : ℕ) : abs ((power n x).2 - sin x) ≤ abs x * abs x / 2 * exp (abs x) * (1 / 2) ^ n :=
  Classical.choose_spec (exists_limit_im x) n

private theorem power_sub_cos (x : ℝ) (n : ℕ) : abs ((power n x).1 - cos x) ≤ abs x * abs x / 2 * exp (abs x) * (1 / 2) ^ n :=
  Classical.choose_spec (exists_limit_re x) n

private theorem near_sin (x : ℝ) : Near (fun n => (power n x).2) (sin x) := ⟨_, power_sub_sin x⟩

private theorem near_cos (x : ℝ) : Near (fun n => (power n x).1) (cos x) := ⟨_, power_sub_cos x⟩

theorem sin_add (x y : ℝ) : sin (x + y) = sin x * cos y + cos x * sin y := by
  have h := (near_sin (x + y)).congr (g := fun n => (power n x).2 * (power n y).1 + (power n x).1 * (power n y).2)
    (d := abs x * abs y * exp (abs x + abs y)) fun n => by
      have h := power_add n x y
      have := abs_nonneg ((power n x).1 * (power n y).1 - (power n x).2 * (power n y).2 - (power n (x + y)).1)
      rw [size, add_comm ((power n x).1 * (power n y).2)] at h
      grind
  exact h.unique (((near_sin x).mul (near_cos y)).add ((near_cos x).mul (near_sin y)))

theorem cos_add (x y : ℝ) : cos (x + y) = cos x * cos y - sin x * sin y := by
  have h := (near_cos (x + y)).congr (g := fun n => (power n x).1 * (power n y).1 + -((power n x).2 * (power n y).2))
    (d := abs x * abs y * exp (abs x + abs y)) fun n => by
      have h := power_add n x y
      have := abs_nonneg ((power n x).1 * (power n y).2 + (power n x).2 * (power n y).1 - (power n (x + y)).2)
      rw [size] at h
      show abs ((power n x).1 * (power n y).1 + -((power n x).2 * (power n y).2) - (power n (x + y)).1) ≤ _
      rw [← sub_eq_add_neg]
      grind
  rw [sub_eq_add_neg]
  exact h.unique (((near_cos x).mul (near_cos y)).add ((near_sin x).mul (near_sin y)).neg)

private theorem power_neg (n : ℕ) (x : ℝ) : (power n (-x)).1 = (power n x).1 ∧ (power n (-x)).2 = -(power n x).2 := by
  induction n generalizing x with
  | zero => exact ⟨rfl, rfl⟩
  | succ n ih =>
    have h := ih (x / 2)
    have e : -x / 2 = -(x / 2) := by grind
    rw [power, power, e, h.1, h.2]
    grind

theorem sin_neg (x : ℝ) : sin (-x) = -sin x := by
  have h := near_sin (-x)
  have e : (fun n => (power n (-x)).2) = fun n => -(power n x).2 := funext fun n => (power_neg n x).2
  rw [e] at h
  exact h.unique (near_sin x).neg

theorem cos_neg (x : ℝ) : cos (-x) = cos x := by
  have h := near_cos (-x)
  have e : (fun n => (power n (-x)).1) = fun n => (power n x).1 := funext fun n => (power_neg n x).1
  rw [e] at h
  exact h.unique (near_cos x)

theorem cos_zero : cos 0 = 1 := by
  have k := abs_le.1 (power_sub_cos 0 0)
  rw [abs_zero, power] at k
  grind

theorem sin_sq_add_cos_sq (x : ℝ) : sin x ^ 2 + cos x ^ 2 = 1 := by
  have h := cos_add x (-x)
  have e : x + -x = 0 := by grind
  rw [e, cos_zero, cos_neg, sin_neg] at h
  grind

/-! ## Bounds

The first of the powers, `1 + x * i`, is near enough to the limit to bound the sine of `x / 2 ^ n`; the addition theorem then
bounds the sine of `x`, with an error that vanishes as `n` grows. -/

private theorem sin_half (x : ℝ) : sin x = 2 * sin (x / 2) * cos (x / 2) := by
  have h := sin_add (x / 2) (x / 2)
  rw [add_halves] at h
  grind

private theorem abs_cos_le (x : ℝ) : -1 ≤ cos x ∧ cos x ≤ 1 := by
  have h := sin_sq_add_cos_sq x
  have k := sq_nonneg (sin x)
  constructor
  · refine not_lt.1 fun c => ?_
    have := mul_pos (show 0 < -1 - cos x by grind) (show 0 < 1 - cos x by grind)
    grind
  · refine not_lt.1 fun c => ?_
    have := mul_pos (show 0 < cos x - 1 by grind) (show 0 < cos x + 1 by grind)
    grind

private theorem abs_sub_sin_le {x b : ℝ} (h : 0 ≤ x) (hb : x ≤ b) : abs (x - sin x) ≤ x ^ 2 * exp b := by
  have k := power_sub_sin x 0
  rw [power, abs_of_nonneg h, pow_zero] at k
  have h₁ := exp_le_exp.2 hb
  have h₂ := mul_nonneg (sq_nonneg x) (show 0 ≤ exp b - exp x / 2 by grind [exp_pos x])
  grind

private theorem abs_sin_le {x : ℝ} (h : 0 ≤ x) : abs (sin x) ≤ x := by
  have key (n : ℕ) : ∀ y, 0 ≤ y → y ≤ x → abs (sin y) ≤ y + y ^ 2 * exp x * (1 / 2) ^ n := by
    induction n with
    | zero =>
      intro y h₀ h₁
      have k := abs_sub_sin_le h₀ h₁
      have k₁ := abs_add_le (-(y - sin y)) y
      have e : -(y - sin y) + y = sin y := by grind
      rw [e, abs_neg, abs_of_nonneg h₀] at k₁
      grind
    | succ n ih =>
      intro y h₀ h₁
      have k := ih (y / 2) (by grind) (by grind)
      have hc := abs_le.2 (abs_cos_le (y / 2))
      have k₁ := mul_nonneg (abs_nonneg (sin (y / 2))) (show 0 ≤ 1 - abs (cos (y / 2)) by grind)
      rw [sin_half, abs_mul, abs_mul, abs_of_pos two_pos, pow_succ (1 / 2) n]
      generalize (1 / 2 : ℝ) ^ n = p at k ⊢
      clear ih
      grind
  have := nonpos_of_forall_le (a := abs (sin x) - x) (c := x ^ 2 * exp x) fun n => by
    have := key n x h le_rfl
    grind
  grind

theorem sin_lt {x : ℝ} (h : 0 < x) : sin x < x := by
  have k := abs_le.1 (abs_sin_le h.le)
  refine lt_of_le_of_ne k.2 fun e => ?_
  have h₁ := sin_half x
  have h₂ := abs_le.1 (abs_sin_le (x := x / 2) (by grind))
  have h₃ := sin_sq_add_cos_sq (x / 2)
  have h₄ := mul_nonneg (show 0 ≤ x / 2 - sin (x / 2) by grind) (show 0 ≤ x / 2 + sin (x / 2) by grind)
  have h₅ : x ^ 2 = 4 * (sin (x / 2) ^ 2 - sin (x / 2) ^ 2 * sin (x / 2) ^ 2) := by grind
  by_cases c : sin (x / 2) = 0
  · grind
  · have := mul_pos (sq_pos_of_ne_zero c) (sq_pos_of_ne_zero c)
    grind

private theorem one_sub_le_cos {x : ℝ} (h : 0 ≤ x) : 1 - x ^ 2 / 2 ≤ cos x := by
  have h₁ := cos_add (x / 2) (x / 2)
  have h₂ := sin_sq_add_cos_sq (x / 2)
  have h₃ := abs_le.1 (abs_sin_le (x := x / 2) (by grind))
  have h₄ := mul_nonneg (show 0 ≤ x / 2 - sin (x / 2) by grind) (show 0 ≤ x / 2 + sin (x / 2) by grind)
  rw [add_halves] at h₁
  grind

theorem sin_gt_sub_cube {x : ℝ} (h : 0 < x) (h' : x ≤ 1) : x - x ^ 3 / 4 < sin x := by
  have key (n : ℕ) : ∀ y, 0 ≤ y → y ≤ 1 → y - y ^ 3 / 6 - y ^ 2 * exp 1 * (1 / 2) ^ n ≤ sin y := by
    induction n with
    | zero =>
      intro y h₀ h₁
      have k := (abs_le.1 (abs_sub_sin_le h₀ h₁)).2
      have := pow_nonneg h₀ 3
      rw [pow_zero]
      grind
    | succ n ih =>
      intro y h₀ h₁
      have k := ih (y / 2) (by grind) (by grind)
      have k₁ := (abs_le.1 (abs_sin_le (x := y / 2) (by grind))).2
      have k₂ := one_sub_le_cos (x := y / 2) (by grind)
      have k₃ := mul_nonneg (show 0 ≤ y / 2 - sin (y / 2) by grind) (show 0 ≤ 1 - cos (y / 2) by grind [abs_cos_le (y / 2)])
      have k₄ := mul_nonneg h₀ (show 0 ≤ cos (y / 2) - (1 - (y / 2) ^ 2 / 2) by grind)
      rw [sin_half y, pow_succ (1 / 2) n]
      generalize (1 / 2 : ℝ) ^ n = p at k ⊢
      clear ih
      grind
  have k := nonpos_of_forall_le (a := x - x ^ 3 / 6 - sin x) (c := x ^ 2 * exp 1) fun n => by
    have := key n x h.le h'
    grind
  have := pow_pos h 3
  grind

end Real
