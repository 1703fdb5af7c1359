/** "Chrome 156 · Linux" from a user agent string; an unknown one is returned as is. */
export function browserName(description: string | null | undefined) {
  if (!description) return "";
  // the order matters: most browsers also call themselves Chrome and Safari
  const kinds: [string, RegExp][] = [
    ["Edge", /Edg\w*\/(\d+)/],
    ["Opera", /OPR\/(\d+)/],
    ["Yandex", /YaBrowser\/(\d+)/],
    ["Firefox", /Firefox\/(\d+)/],
    ["Chrome", /Chrome\/(\d+)/],
    ["Safari", /Version\/(\d+).*Safari/],
  ];
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(description)?.[0];
  for (const [name, pattern] of kinds) {
    const found = pattern.exec(description);
    if (found) return [`${name} ${found[1]}`, system].filter(Boolean).join(" · ");
  }
  return description;
}
