#!/usr/bin/env bash
# Scaffolds one migration for both providers: scripts/migrations.sh CONTEXT NAME, e.g. scripts/migrations.sh Children AddVisits
# CONTEXT is Platform, Keys, or a module's name.
set -euo pipefail
cd "$(dirname "$0")/.."
context=$1 name=$2
case $context in
  Platform) project=src/Shared/Registry.Platform folder=Model/Migrations ;;
  Keys) project=src/Shared/Registry.Platform folder=Keys/Migrations ;;
  *) project=src/Modules/$context folder=Model/Migrations ;;
esac
dotnet tool restore >/dev/null
dotnet build src/Host -v q --nologo -p:SkipWebAdmin=true
for provider in SqlServer Sqlite; do
  prefix=$([ $provider = Sqlite ] && echo Sqlite || true)
  dotnet ef migrations add "$name" --no-build --context "${prefix}${context}DbContext" --project "$project" --startup-project src/Host -o "$folder/$provider"
done
