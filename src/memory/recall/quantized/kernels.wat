(module
  (import "js" "memory" (memory 1))
  ;; Distances of `count` rows of `words` 64-bit words, which begin at `rows`, from the one at `query`;
  ;; written as 16-bit numbers from `out` on.
  (func (export "distances") (param $query i32) (param $rows i32) (param $words i32) (param $count i32) (param $out i32)
    (local $sum i64) (local $at i32) (local $end i32)
    (local.set $end (i32.add (local.get $query) (i32.shl (local.get $words) (i32.const 3))))
    (block $done
      (loop $row
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $sum (i64.const 0))
        (local.set $at (local.get $query))
        (loop $word
          (local.set $sum
            (i64.add (local.get $sum)
              (i64.popcnt (i64.xor (i64.load (local.get $at)) (i64.load (local.get $rows))))))
          (local.set $rows (i32.add (local.get $rows) (i32.const 8)))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (br_if $word (i32.lt_u (local.get $at) (local.get $end))))
        (i64.store16 (local.get $out) (local.get $sum))
        (local.set $out (i32.add (local.get $out) (i32.const 2)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $row))))
  ;; Products of `count` rows of `words` words of 8 signed 16-bit numbers, which begin at `rows`, with the one at `query`;
  ;; written as 32-bit numbers from `out` on.
  (func (export "products") (param $query i32) (param $rows i32) (param $words i32) (param $count i32) (param $out i32)
    (local $sum v128) (local $at i32) (local $end i32)
    (local.set $end (i32.add (local.get $query) (i32.shl (local.get $words) (i32.const 4))))
    (block $done
      (loop $row
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $sum (v128.const i64x2 0 0))
        (local.set $at (local.get $query))
        (loop $word
          (local.set $sum
            (i32x4.add (local.get $sum)
              (i32x4.dot_i16x8_s (v128.load (local.get $at)) (v128.load (local.get $rows)))))
          (local.set $rows (i32.add (local.get $rows) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $word (i32.lt_u (local.get $at) (local.get $end))))
        (i32.store (local.get $out)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $row)))))
