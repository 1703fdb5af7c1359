import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: { outDir: "dist", chunkSizeWarningLimit: 1600 },
  server: { proxy: { "/api": "http://localhost:5080", "/auth": "http://localhost:5080", "/connect": "http://localhost:5080" } },
  test: { environment: "jsdom" },
});
