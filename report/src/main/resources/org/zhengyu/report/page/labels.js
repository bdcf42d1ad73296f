// Names of nodes where there is room for them.

/** How far a name stands from its node, and from what is around it. */
const NAME_GAP = 5;
const NAME_ROOM = 2;

/**
 * The nodes, each with the side on which there is room for its name; without one where there is none. No name
 * covers another, or a node, or leaves the field.
 *
 * nodes: {term, x, y, size}, those first that are to be named first; field: {left, right, top, bottom}
 */
function withSides(nodes, fontSize, field) {
  const taken = nodes.map(({ x, y, size }) => box(x, y, size, size));
  const isFree = (wanted, ownNode) => wanted.left >= field.left && wanted.right <= field.right
    && wanted.top >= field.top && wanted.bottom <= field.bottom
    && taken.every((other, i) => i === ownNode || wanted.left >= other.right
      || other.left >= wanted.right || wanted.top >= other.bottom || other.top >= wanted.bottom);
  return nodes.map((node, i) => {
    const width = [...node.term].reduce((sum, character) => sum + (character < '\u2e80' ? 0.6 : 1), 0) * fontSize + NAME_ROOM;
    const height = fontSize + NAME_ROOM;
    const across = node.size / 2 + NAME_GAP + width / 2;
    const down = node.size / 2 + NAME_GAP + height / 2;
    const places = { right: box(node.x + across, node.y, width, height), left: box(node.x - across, node.y, width, height),
      bottom: box(node.x, node.y + down, width, height), top: box(node.x, node.y - down, width, height) };
    const side = Object.keys(places).find((each) => isFree(places[each], i));
    if (side) {
      taken.push(places[side]);
    }
    return { ...node, side };
  });
}

function box(x, y, width, height) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}
