//! [`Lanes`]: eight numbers at a time, one for each tag and one to spare. In WebAssembly they are two vector registers,
//! elsewhere an array of which the compiler makes registers.

use super::chain::Row;

pub use eight::Lanes;

#[cfg(target_arch = "wasm32")]
mod eight {
    use core::arch::wasm32::{
        f32x4, f32x4_add, f32x4_extract_lane, f32x4_floor, f32x4_gt, f32x4_max, f32x4_mul, f32x4_splat,
        i32x4_add, i32x4_shl, i32x4_splat, i32x4_trunc_sat_f32x4, v128, v128_bitselect,
    };

    use super::Row;

    /// Eight numbers.
    #[derive(Clone, Copy, Debug)]
    pub struct Lanes(v128, v128);

    impl From<Row> for Lanes {
        #[inline(always)]
        fn from([a, b, c, d, e, f, g, h]: Row) -> Self {
            Self(f32x4(a, b, c, d), f32x4(e, f, g, h))
        }
    }

    impl From<Lanes> for Row {
        #[inline(always)]
        fn from(Lanes(a, b): Lanes) -> Self {
            [
                f32x4_extract_lane::<0>(a),
                f32x4_extract_lane::<1>(a),
                f32x4_extract_lane::<2>(a),
                f32x4_extract_lane::<3>(a),
                f32x4_extract_lane::<0>(b),
                f32x4_extract_lane::<1>(b),
                f32x4_extract_lane::<2>(b),
                f32x4_extract_lane::<3>(b),
            ]
        }
    }

    impl Lanes {
        /// Two times four numbers.
        #[inline(always)]
        pub(in crate::name) fn of(first: v128, second: v128) -> Self {
            Self(first, second)
        }

        /// The same number eight times.
        #[inline(always)]
        pub fn splat(number: f32) -> Self {
            Self(f32x4_splat(number), f32x4_splat(number))
        }

        #[inline(always)]
        fn with(self, other: Self, each: impl Fn(v128, v128) -> v128) -> Self {
            Self(each(self.0, other.0), each(self.1, other.1))
        }

        /// Their sums.
        #[inline(always)]
        pub fn plus(self, other: Self) -> Self {
            self.with(other, |one, other| f32x4_add(one, other))
        }

        /// Their products.
        #[inline(always)]
        pub fn times(self, other: Self) -> Self {
            self.with(other, |one, other| f32x4_mul(one, other))
        }

        /// The greater ones.
        #[inline(always)]
        pub fn max(self, other: Self) -> Self {
            self.with(other, |one, other| f32x4_max(one, other))
        }

        /// The numbers of `then` where `other` is greater, else those of `or`.
        #[inline(always)]
        pub fn where_less(self, other: Self, then: Self, or: Self) -> Self {
            let greater = other.with(self, |other, one| f32x4_gt(other, one));
            Self(v128_bitselect(then.0, or.0, greater.0), v128_bitselect(then.1, or.1, greater.1))
        }

        /// Whole parts, rounded down.
        #[inline(always)]
        pub fn floor(self) -> Self {
            Self(f32x4_floor(self.0), f32x4_floor(self.1))
        }

        /// Two to the power of whole numbers, -126 to 127.
        #[inline(always)]
        pub fn power_of_two(self) -> Self {
            let of = |four| i32x4_shl(i32x4_add(i32x4_trunc_sat_f32x4(four), i32x4_splat(127)), 23);
            Self(of(self.0), of(self.1))
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod eight {
    use super::Row;

    /// Eight numbers.
    #[derive(Clone, Copy, Debug)]
    pub struct Lanes(Row);

    impl From<Row> for Lanes {
        #[inline(always)]
        fn from(row: Row) -> Self {
            Self(row)
        }
    }

    impl From<Lanes> for Row {
        #[inline(always)]
        fn from(lanes: Lanes) -> Self {
            lanes.0
        }
    }

    impl Lanes {
        /// The same number eight times.
        #[inline(always)]
        pub fn splat(number: f32) -> Self {
            Self([number; 8])
        }

        #[inline(always)]
        fn with(self, other: Self, each: impl Fn(f32, f32) -> f32) -> Self {
            Self(std::array::from_fn(|lane| each(self.0[lane], other.0[lane])))
        }

        /// Their sums.
        #[inline(always)]
        pub fn plus(self, other: Self) -> Self {
            self.with(other, |one, other| one + other)
        }

        /// Their products.
        #[inline(always)]
        pub fn times(self, other: Self) -> Self {
            self.with(other, |one, other| one * other)
        }

        /// The greater ones.
        #[inline(always)]
        pub fn max(self, other: Self) -> Self {
            self.with(other, |one, other| if other > one { other } else { one })
        }

        /// The numbers of `then` where `other` is greater, else those of `or`.
        #[inline(always)]
        pub fn where_less(self, other: Self, then: Self, or: Self) -> Self {
            let pick = |lane: usize| if other.0[lane] > self.0[lane] { then.0[lane] } else { or.0[lane] };
            Self(std::array::from_fn(pick))
        }

        /// Whole parts, rounded down, of numbers above -128.
        #[inline(always)]
        pub fn floor(self) -> Self {
            Self(self.0.map(|number| ((number + 128.0) as i32 - 128) as f32))
        }

        /// Two to the power of whole numbers, -126 to 127.
        #[inline(always)]
        pub fn power_of_two(self) -> Self {
            Self(self.0.map(|power| f32::from_bits(((power as i32 + 127) << 23) as u32)))
        }
    }
}

impl Lanes {
    /// Their sum.
    #[inline(always)]
    pub fn sum(self) -> f32 {
        let [a, b, c, d, e, f, g, h] = Row::from(self);
        (a + b) + (c + d) + ((e + f) + (g + h))
    }

    /// The greatest.
    #[inline(always)]
    pub fn top(self) -> f32 {
        let greater = |one: f32, other: f32| if other > one { other } else { one };
        let [a, b, c, d, e, f, g, h] = Row::from(self);
        greater(greater(greater(a, b), greater(c, d)), greater(greater(e, f), greater(g, h)))
    }

    /// Each number's share of their sum.
    #[inline(always)]
    pub fn shares(self) -> Self {
        let sum = self.sum();
        // `f32::max` would be a call.
        self.times(Self::splat(1.0 / if sum > 1.0e-30 { sum } else { 1.0e-30 }))
    }

    /// e to the power of each, to seven digits, for what is not above 88; 0 from -80 down, as numbers next to 0 are slow.
    #[inline(always)]
    pub fn exp(self) -> Self {
        let lowest = Self::splat(-80.0);
        let twos = self.max(lowest).times(Self::splat(std::f32::consts::LOG2_E));
        let whole = twos.floor();
        let rest = twos.plus(whole.times(Self::splat(-1.0)));
        // The best polynomial of this degree between 0 and 1.
        let factors = [0.008_989_34, 0.055_826_32, 0.240_153_6, 0.693_153_1, 0.999_999_94];
        let power = factors
            .into_iter()
            .fold(Self::splat(0.001_877_577), |sum, factor| sum.times(rest).plus(Self::splat(factor)));
        lowest.where_less(self, power.times(whole.power_of_two()), Self::splat(0.0))
    }
}
