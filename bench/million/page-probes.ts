/**
 * What P6 measures inside a page, as a script that is put into it. A press is timed from the event itself to after the frame
 * in which what it led to is painted.
 */
export const pageProbes = `(() => {
  const afterPaint = (then) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(null);
  });
  // Before the page's own listeners, which keep the keys of a scan to themselves.
  let heard;
  addEventListener('keydown', (event) => heard?.(event), { capture: true });
  window.probeKey = (key, isThere) => {
    window.probed = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('Nothing came of ' + key)), 20_000);
      const hear = (event) => {
        if (event.key !== key) return;
        heard = undefined;
        const look = () => isThere() ? afterPaint(() => resolve(performance.now() - event.timeStamp)) : requestAnimationFrame(look);
        requestAnimationFrame(look);
      };
      heard = hear;
    });
  };
})();`;
