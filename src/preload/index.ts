import { contextBridge, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('tillbridge', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('tillbridge:call', name, input),
  onEvent: (listener: (event: unknown) => void): (() => void) => {
    const pass = (_event: unknown, event: unknown): void => listener(event);
    ipcRenderer.on('tillbridge:event', pass);
    return () => void ipcRenderer.off('tillbridge:event', pass);
  },
});
