"""What makes a character itself: proportions, face, hair, clothes. All plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field

from paintassist.training.rig2d.paints import InkStyle, Paints


@dataclass(frozen=True)
class Build:
    """Proportions in head heights.

    Attributes
    ----------
    torso, leg, arm : lengths (hip to neck, hip to ankle, shoulder to wrist).
    shoulder, chest, waist, hip : half widths. bust : how far the chest stands out.
    arm_r, leg_r : limb radii. neck_r, neck : neck radius and length.
    hand, foot : sizes. head : scale of the head.
    """

    torso: float = 2.0
    leg: float = 3.0
    arm: float = 2.1
    shoulder: float = 0.6
    chest: float = 0.5
    waist: float = 0.38
    hip: float = 0.5
    bust: float = 0.1
    arm_r: float = 0.13
    leg_r: float = 0.2
    neck_r: float = 0.15
    neck: float = 0.2
    hand: float = 0.22
    foot: float = 0.5
    head: float = 1.0


@dataclass(frozen=True)
class FaceStyle:
    """The face.

    Attributes
    ----------
    eye : anime, tall, small, oval, dot, button or visor. whiskers : none, full, goatee,
        moustache. throat : whether an open mouth is darker inside and its tongue has a line.
    """

    eye: str = "anime"
    eye_w: float = 0.125
    eye_h: float = 0.15
    eye_x: float = 0.2
    eye_y: float = 0.12
    slant: float = 0.0
    iris_tones: bool = True
    glints: int = 2
    lash: float = 1.0
    jaw: float = 1.0
    chin: float = 1.0
    cheek: float = 1.0
    brow: float = 0.02
    brow_filled: bool = False
    nose: str = "line"
    mouth_w: float = 0.1
    mouth_x: float = 0.0
    blush: str = "none"
    ear: str = "human"
    glasses: str = "none"
    eye_patch: int = 0
    brow_over: bool = True
    beard: bool = False
    muzzle: bool = False
    whiskers: str = "none"
    throat: bool = False


@dataclass(frozen=True)
class HairStyle:
    """The hair. Angles in radians round the head, 0 = front.

    Attributes
    ----------
    fringe : (azimuth, y of tip, y of the notch after it) of each lock, left to right.
    back : length of the back hair below the skull, 0 = none. back_w : its half width.
    tails : none, twin, pony, buns, braids, side. spikes : spikes on the silhouette.
    crest : big locks that stand off the skull, see `locks.Lock`.
    """

    fringe: tuple[tuple[float, float, float], ...] = ()
    top: float = 0.08
    wide: float = 0.53
    nape: float = 0.42
    back: float = 0.6
    back_w: float = 0.5
    back_tips: int = 5
    side: float = 0.5
    side_w: float = 0.07
    tails: str = "none"
    tail_len: float = 1.5
    tail_w: float = 0.2
    tail_y: float = -0.2
    tie: str = "bow"
    spikes: tuple[tuple[float, float], ...] = ()
    ahoge: float = 0.0
    gloss: str = "none"
    strands: int = 4
    cast: float = 0.05
    clip: str = "none"
    bald: bool = False
    crest: tuple[tuple[float, float, float, float, float, float], ...] = ()


@dataclass(frozen=True)
class Outfit:
    """Clothes and things carried; the strings name drawing routines or 'none'.

    Attributes
    ----------
    second : what the other hand holds. prop_size : scale of what is held.
    hand : plain or full, the latter with every finger shaded and a palm side.
    pet : none, cat, bird, slime or ghost, that keeps the character company.
    """

    top: str = "shirt"
    sleeve: float = 0.4
    sleeve_w: float = 1.25
    puff: bool = False
    cuff: bool = False
    cuff_l: bool = True
    collar: str = "none"
    neckwear: str = "none"
    buttons: int = 0
    open_front: bool = False
    logo: str = "none"
    stripes: int = 0
    pocket: bool = False
    hem: float = -0.02
    bottom: str = "skirt"
    bottom_len: float = 0.4
    flare: float = 1.6
    pleats: int = 9
    leg_w: float = 1.35
    belt: bool = False
    sock: float = 0.0
    sock_band: bool = False
    shoe: str = "sneaker"
    laces: int = 0
    glove: tuple[bool, bool] = (False, False)
    hat: str = "none"
    cape: bool = False
    pauldron: bool = False
    strap: bool = False
    folds: int = 4
    prop: str = "none"
    prop_side: int = 1
    tail: str = "none"
    wings: bool = False
    fingers: int = 4
    second: str = "none"
    prop_size: float = 1.0
    hand: str = "plain"
    pet: str = "none"


@dataclass(frozen=True)
class Shading:
    """Which shades are drawn and how.

    Attributes
    ----------
    kind : none, crescent, band, zigzag. amount : 0..1 size of shadows.
    light : +1 light from the right of the picture, -1 from the left.
    lights, limb_lights : whether highlights are drawn on the trunk, on the limbs.
    second : whether second shadows are drawn. neck : the jaw's shadow on the neck.
    patches : jagged shades inside each limb that touch no outline.
    fingers : none, side, under or tips: where the fingers of full hands are shaded.
    spots : highlights on skin and cloth that touch no outline. bright : whether patches are
        lights instead of shadows. broken : 0..1, how far limb shadows fall apart in two.
    """

    kind: str = "none"
    amount: float = 0.4
    light: int = 1
    lights: bool = False
    second: bool = False
    neck: bool = True
    limb_lights: bool = False
    patches: int = 0
    fingers: str = "none"
    spots: int = 0
    bright: bool = False
    broken: float = 0.0


@dataclass(frozen=True)
class Design:
    """Everything about one character that never changes.

    Attributes
    ----------
    lively : how far it moves. fickle : how often red and blue trace inks change roles.
    shots : shares of whole figure, bust and face in its cameras. depth : perspective on limbs
        that come towards the viewer. reach : how often hands do so or cross body and face.
    bounce : how much the figure squashes, stretches and jumps between the drawings of a clip.
    """

    family: str
    build: Build
    face: FaceStyle
    hair: HairStyle
    outfit: Outfit
    shading: Shading
    ink: InkStyle
    paints: Paints
    lively: float = 1.0
    fickle: float = 0.0
    shots: tuple[float, float, float] = field(default=(0.5, 0.3, 0.2))
    depth: float = 0.0
    reach: float = 0.0
    bounce: float = 0.0
