"""Rollers, balls, and what is held in a hand: they may lie over one limb and under another."""

import numpy as np

from content.pictures.canvas.camera import Camera
from content.pictures.canvas.outline import Rounds, balls, hull, tube
from content.pictures.canvas.shapes import Shape
from content.pictures.figure.body import Part
from content.pictures.figure.people import darker, lighter
from content.pictures.palette import BALL, BIG_BALL, BOTTLE, CUSHION, ROLLER
from content.pictures.posture.prop import Prop, PropKind
from content.pictures.posture.skeleton import Body
from content.pictures.posture.space import vector
from content.pictures.posture.surfaces import centre, height, radius, where


def roller(prop: Prop, camera: Camera) -> Part:
    size, half = radius(prop), 0.24
    middle = centre(prop)
    places = [middle + vector(0, 0, z) for z in np.linspace(-half, half, 9)]
    disc = np.diag([size, size, 0.001])
    body = Rounds(np.array(places), np.tile(disc, (9, 1, 1)))
    near = body[8:] if camera.matrix[2, 2] > 0 else body[:1]
    hole = Rounds(near.centres, near.axes * 0.45)
    shapes = (
        Shape(hull(camera, body), ROLLER, darker(ROLLER, 0.7), 1.3),
        Shape(hull(camera, near), lighter(ROLLER, 0.16)),
        Shape(hull(camera, hole), darker(ROLLER, 0.6)),
    )
    return Part("roller", body, shapes)


def ball(prop: Prop, camera: Camera) -> Part:
    size, middle = radius(prop), centre(prop)
    colour = BALL if prop.kind == PropKind.BALL else BIG_BALL
    body = balls([middle], [size])
    shine = balls([middle + size * vector(-0.3, 0.42, 0.5)], [size * 0.28])
    shapes = (
        Shape(hull(camera, body), colour, darker(colour, 0.8), 1.5),
        Shape(hull(camera, shine), lighter(colour, 0.45), opacity=0.8, blur=size * 22),
    )
    return Part(prop.kind, body, shapes)


def cushion(prop: Prop, camera: Camera) -> Part:
    tall = height(prop)
    x, y, z = where(prop), prop.y, prop.z or 0.0
    places = [vector(x + dx, y + tall / 2, z) for dx in (-0.13, 0.0, 0.13)]
    axes = np.stack([np.diag([0.07, tall / 2, 0.17])] * 3)
    body = Rounds(np.array(places), axes)
    return Part("cushion", body, (Shape(hull(camera, body), CUSHION, darker(CUSHION, 0.8), 1.5),))


def bottle(prop: Prop, camera: Camera) -> Part:
    foot = vector(where(prop), prop.y, prop.z or 0.0)
    up = vector(0, 1, 0)
    body = tube([foot + 0.03 * up, foot + 0.14 * up], [0.034, 0.034])
    neck = tube([foot + 0.16 * up, foot + 0.20 * up], [0.016, 0.014])
    shapes = (
        Shape(hull(camera, neck), darker(BOTTLE, 0.6)),
        Shape(hull(camera, body), BOTTLE, darker(BOTTLE, 0.8), 1.3),
    )
    return Part("bottle", body, shapes)


def stick(prop: Prop, camera: Camera, body: Body) -> Part:
    """Held between two places, and a little longer."""
    first, last = (body.middle(place) for place in prop.through[:2])
    over = 0.2 * (last - first)
    ends = [first - over, last + over]
    flesh = tube([ends[0], first, last, ends[1]], [0.016, 0.02, 0.02, 0.016], 8)
    return Part("stick", flesh, (Shape(hull(camera, flesh), ROLLER, darker(ROLLER, 0.7), 1.3),))


def massage_gun(prop: Prop, camera: Camera, body: Body) -> Part:
    """In the hand, with its head on the place that it points at."""
    hand, spot = (body.middle(place) for place in prop.through[:2])
    down = spot - hand
    down = down / np.linalg.norm(down)
    ahead = vector(1, 0, 0)
    nose = hand + 0.1 * ahead
    handle = tube([hand - 0.05 * ahead, nose], [0.021, 0.023])
    case = tube([nose - 0.05 * down, nose + 0.06 * down], [0.037, 0.034])
    head = balls([nose + 0.115 * down], [0.032])
    shapes = (
        Shape(hull(camera, handle), darker(ROLLER, 0.6)),
        Shape(hull(camera, case), ROLLER, darker(ROLLER, 0.7), 1.3),
        Shape(hull(camera, head), darker(ROLLER, 0.45)),
    )
    return Part("massage gun", case, shapes)


def weight(prop: Prop, camera: Camera, body: Body) -> Part:
    """It hangs from the hand by its handle."""
    hand = body.middle(prop.through[0])
    bell = balls([hand - vector(0, 0.13, 0)], [0.065])
    handle = tube([hand - vector(0, 0.07, 0), hand], [0.03, 0.018])
    shapes = (
        Shape(hull(camera, handle), darker(ROLLER, 0.6)),
        Shape(hull(camera, bell), ROLLER, darker(ROLLER, 0.7), 1.3),
    )
    return Part("weight", bell, shapes)
