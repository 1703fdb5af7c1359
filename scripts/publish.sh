#!/usr/bin/env bash
# Builds a release into artifacts/: the program, what it is made of (CycloneDX, server and browser) and SHA-256 sums of all three.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -nE 's/.*<VersionPrefix>(.*)<\/VersionPrefix>.*/\1/p' Directory.Build.props)
out=artifacts/release
rm -rf "$out"
mkdir -p "$out"
dotnet tool restore
dotnet publish src/Host -c Release -o "$out/registry" --nologo -v q
tar -C "$out" -czf "$out/registry-$version.tar.gz" registry
rm -rf "$out/registry"
dotnet CycloneDX src/Host/Registry.Host.csproj -o "$out" -fn "registry-$version-server.cdx.json" -F Json -sn Registry -sv "$version" --disable-package-restore
(cd web-admin && npm sbom --sbom-format=cyclonedx --omit=dev >"../$out/registry-$version-browser.cdx.json")
(cd "$out" && sha256sum registry-* >SHA256SUMS)
cat "$out/SHA256SUMS"
