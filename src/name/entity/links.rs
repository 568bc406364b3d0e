//! Which variants name the same: a union of sets, each with what is known for certain of whom it names.

use super::variant::Variant;

/// Sets of variants.
#[derive(Debug)]
pub(super) struct Links<'v> {
    variants: &'v [Variant],
    parents: Vec<usize>,
    /// Of a set's root, what its members are by the caller's names and by the gazetteer.
    identities: Vec<(Option<usize>, Option<u16>)>,
}

impl<'v> Links<'v> {
    /// Every variant alone.
    pub(super) fn new(variants: &'v [Variant]) -> Self {
        let identities = variants.iter().map(|variant| (variant.own, variant.thing())).collect();
        Self { variants, parents: (0..variants.len()).collect(), identities }
    }

    /// The variant that stands for the set that `variant` is in.
    pub(super) fn root(&mut self, mut variant: usize) -> usize {
        while self.parents[variant] != variant {
            self.parents[variant] = self.parents[self.parents[variant]];
            variant = self.parents[variant];
        }
        variant
    }

    /// Makes one set of two, unless their types differ or they are known to name others.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let (root, leaf) = (one.min(other), one.max(other));
        let (ours, theirs) = (self.identities[root], self.identities[leaf]);
        if root == leaf
            || self.variants[root].kind != self.variants[leaf].kind
            || differ(ours.0, theirs.0)
            || differ(ours.1, theirs.1)
        {
            return;
        }
        self.parents[leaf] = root;
        self.identities[root] = (ours.0.or(theirs.0), ours.1.or(theirs.1));
    }

    /// Forgets whom the gazetteer thinks a variant to name, where the article itself says it.
    pub(super) fn forget(&mut self, variant: usize) {
        if self.parents[variant] == variant {
            self.identities[variant].1 = None;
        }
    }

    /// The caller's name and the gazetteer's number of a set.
    pub(super) fn identity(&mut self, variant: usize) -> (Option<usize>, Option<u16>) {
        let root = self.root(variant);
        self.identities[root]
    }
}

fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.is_some() && other.is_some() && one != other
}
