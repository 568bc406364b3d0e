//! [`Sums`]: weights added up for all tags at a time, in WebAssembly in one vector register.

use super::chain::{Row, TAGS};

pub use eight::Sums;

/// A feature's weight for each tag, a byte each.
pub type Weights = u64;

/// The bytes of weights.
pub fn packed(weights: &[i8; TAGS]) -> Weights {
    weights.iter().rev().fold(0, |packed, &weight| packed << 8 | u64::from(weight as u8))
}

#[cfg(target_arch = "wasm32")]
mod eight {
    use core::arch::wasm32::{
        f32x4_convert_i32x4, i16x8_add, i16x8_extend_low_i8x16, i16x8_splat, i32x4_extend_high_i16x8,
        i32x4_extend_low_i16x8, u64x2, v128,
    };

    use super::{Row, Weights};
    use crate::name::lanes::Lanes;

    /// Sums of weights for each tag, and one to spare. No word has the 258 features that could overflow one.
    #[derive(Clone, Copy, Debug)]
    pub struct Sums(v128);

    impl Default for Sums {
        fn default() -> Self {
            Self(i16x8_splat(0))
        }
    }

    impl Sums {
        /// Adds a feature's weights.
        #[inline(always)]
        pub fn weigh(&mut self, weights: Weights) {
            self.0 = i16x8_add(self.0, i16x8_extend_low_i8x16(u64x2(weights, 0)));
        }

        /// Adds other sums.
        #[inline(always)]
        pub fn add(&mut self, other: &Self) {
            self.0 = i16x8_add(self.0, other.0);
        }

        /// Each sum in units of `unit`.
        #[inline(always)]
        pub fn scores(&self, unit: f32) -> Row {
            let low = f32x4_convert_i32x4(i32x4_extend_low_i16x8(self.0));
            let high = f32x4_convert_i32x4(i32x4_extend_high_i16x8(self.0));
            Lanes::of(low, high).times(Lanes::splat(1.0 / unit)).into()
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod eight {
    use super::{Row, TAGS, Weights};

    /// Sums of weights for each tag, and one to spare. No word has the 258 features that could overflow one.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Sums([i16; TAGS + 1]);

    impl Sums {
        /// Adds a feature's weights.
        #[inline(always)]
        pub fn weigh(&mut self, weights: Weights) {
            let weights = weights.to_le_bytes();
            self.0
                .iter_mut()
                .zip(weights)
                .for_each(|(sum, byte)| *sum = sum.wrapping_add((byte as i8).into()));
        }

        /// Adds other sums.
        #[inline(always)]
        pub fn add(&mut self, other: &Self) {
            self.0.iter_mut().zip(other.0).for_each(|(sum, other)| *sum = sum.wrapping_add(other));
        }

        /// Each sum in units of `unit`.
        #[inline(always)]
        pub fn scores(&self, unit: f32) -> Row {
            self.0.map(|sum| f32::from(sum) / unit)
        }
    }
}
