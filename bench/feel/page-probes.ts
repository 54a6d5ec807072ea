/**
 * What P6 measures inside a page, as a script that is put into it before the page's own.
 *
 * `probeKey(key, isThere)`: ms from the time stamp of the next press of `key` to after the frame in which its effect is
 * painted: each frame begins by looking for the effect, and the task after that frame comes when it has been laid out
 * and painted. What the display does with the picture comes after.
 *
 * `scrollThrough(distance, step)`: scrolls the list by `step` pixels each frame, waiting where its end is reached before
 * more rows have come. Says how long each frame took (ms), in how many it waited, in how many the list in sight was not
 * covered by rows all over, and how many rows were drawn at most.
 */
export const pageProbes = `(() => {
  const afterThisFrame = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(null);
  };
  // Before the page's own listeners, which keep the keys of a scan to themselves.
  let heard;
  addEventListener('keydown', (event) => heard?.(event), { capture: true });
  window.probeKey = (key, isThere) => {
    window.probed = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('Nothing came of ' + key)), 20_000);
      heard = (event) => {
        if (event.key !== key) return;
        heard = undefined;
        const look = () =>
          isThere() ? afterThisFrame(() => resolve(performance.now() - event.timeStamp)) : requestAnimationFrame(look);
        requestAnimationFrame(look);
      };
    });
  };

  const placeOf = (row) => Number(/translateY\\(([\\d.]+)px\\)/.exec(row.style.transform)?.[1]);
  const isBare = (list, rows) => {
    const places = rows.map(placeOf);
    const covered = (from, to) => places.some((place) => place <= from) && places.some((place) => place + 60 >= to);
    const end = Math.min(list.scrollTop + list.clientHeight, list.scrollHeight);
    return !covered(list.scrollTop + 41, end);
  };
  window.framesAtRest = (count) =>
    new Promise((resolve) => {
      const gaps = [];
      let last = performance.now();
      const frame = (now) => {
        gaps.push(now - last);
        last = now;
        if (gaps.length > count) resolve(gaps.slice(1));
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
  window.scrollThrough = (distance, step) =>
    new Promise((resolve) => {
      const list = document.getElementById('list');
      const gaps = [];
      let [waited, bare, mostRows, waiting, last] = [0, 0, 0, 0, 0];
      const frame = (now) => {
        if (last > 0) gaps.push(now - last);
        last = now;
        const before = list.scrollTop;
        list.scrollTop = before + step;
        const moved = list.scrollTop > before;
        const rows = [...list.querySelectorAll('[data-row]')];
        mostRows = Math.max(mostRows, rows.length);
        if (isBare(list, rows)) bare += 1;
        waiting = moved ? 0 : waiting + 1;
        if (!moved) waited += 1;
        if (list.scrollTop >= distance || waiting > 600) resolve({ gaps, waited, bare, mostRows, reached: list.scrollTop });
        else requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
})();`;
