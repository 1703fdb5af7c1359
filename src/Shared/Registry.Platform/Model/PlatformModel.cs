using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics.Time;
using Registry.Platform.Data;

namespace Registry.Platform.Model;

/// <summary>The tables of the Platform's mechanisms: migrated by the Platform's own context, mapped into every module's.</summary>
internal static class PlatformModel
{
    public const string Module = "platform";
    public const string JournalTable = "journal_entries";

    public static bool Owns(Type type) => type.Assembly == typeof(PlatformModel).Assembly || type == typeof(DataProtectionKey);

    public static void Map(ModelBuilder model, bool sqlite, bool migrated)
    {
        Table<JournalEntry>(
            model,
            JournalTable,
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Seq);
                e.Property(x => x.Seq).ValueGeneratedOnAdd();
                e.Property(x => x.Action).HasMaxLength(100);
                e.Property(x => x.Ip).HasMaxLength(45);
                e.Property(x => x.Role).HasMaxLength(40).IsUnicode(false);
                e.Property(x => x.Kind).HasMaxLength(40).IsUnicode(false);
                e.Property(x => x.Paths).HasMaxLength(2_000);
            }
        );
        Table<JournalBlock>(
            model,
            "journal_blocks",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.LastSeq);
                // the number of an entry, never one of the server's own
                if (!sqlite)
                    e.Property(x => x.LastSeq).ValueGeneratedNever();
                // the chain never forks: of two hosts that seal at once one is refused
                e.HasIndex(x => x.PreviousSeq).IsUnique();
            }
        );
        Table<JournalDay>(
            model,
            "journal_days",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.LastSeq);
                e.Property(x => x.LastSeq).ValueGeneratedNever();
                e.HasIndex(x => x.PreviousSeq).IsUnique();
            }
        );
        Table<JournalRestore>(
            model,
            "journal_restores",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.Property(x => x.File).HasMaxLength(200);
            }
        );
        Table<Deadline>(
            model,
            "deadlines",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.Property(x => x.Clause).HasMaxLength(16);
                // two hosts recounting at once: the second one's portion is refused and read again
                e.Property(x => x.CalendarVersion).IsConcurrencyToken();
                e.Property(x => x.Number).HasMaxLength(40);
                // the work list and the sweeps query open steps only: by district, by person, over the whole republic
                var open = sqlite ? "\"IsOpen\"" : "[IsOpen] = 1";
                e.HasIndex(
                        x => new
                        {
                            x.District,
                            x.DueOn,
                            x.Id,
                        },
                        "IX_open_by_district"
                    )
                    .HasFilter(open);
                e.HasIndex(x => new { x.DueOn, x.Id }, "IX_open_by_day").HasFilter(open);
                // the few steps that the centre carries out itself
                e.HasIndex(
                        x => new
                        {
                            x.Step,
                            x.DueOn,
                            x.Id,
                        },
                        "IX_open_by_step"
                    )
                    .HasFilter(open);
                // the same step about the same thing is never owed twice; the third column is for EF, which then ends a step before it starts the next one
                e.HasIndex(
                        x => new
                        {
                            x.AboutId,
                            x.Step,
                            x.IsOpen,
                        },
                        "IX_open_once"
                    )
                    .IsUnique()
                    .HasFilter(open);
                e.HasIndex(
                        x => new
                        {
                            x.ResponsibleId,
                            x.DueOn,
                            x.Id,
                        },
                        "IX_open_by_responsible"
                    )
                    .HasFilter(open);
                e.HasIndex(x => x.AboutId);
                e.HasIndex(x => x.ChildId);
            }
        );
        Table<DeadlineMove>(
            model,
            "deadline_moves",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.HasIndex(x => x.DeadlineId);
            }
        );
        Table<DeadlinePlace>(
            model,
            "deadline_places",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.HasIndex(x => x.DeadlineId);
            }
        );
        Table<CalendarDay>(
            model,
            "calendar_days",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Date);
                e.Property(x => x.NameKy).HasMaxLength(200);
                e.Property(x => x.NameRu).HasMaxLength(200);
                e.Property(x => x.NameEn).HasMaxLength(200);
            }
        );
        Table<CalendarVersion>(
            model,
            "calendar_versions",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Version);
                e.Property(x => x.Version).ValueGeneratedNever();
            }
        );
        Table<OutboxMessage>(
            model,
            "outbox",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.Ignore(x => x.Payload);
                e.Property(x => x.PlainPayload).HasColumnName(nameof(OutboxMessage.Payload));
                e.Property(x => x.Names).IsUnicode(false);
                e.Property(x => x.Type).HasMaxLength(100);
                e.Property(x => x.Problem).HasMaxLength(200);
                e.Property(x => x.FailedHandler).HasMaxLength(200);
                e.HasIndex(x => x.Id, "IX_waiting").HasFilter(sqlite ? "\"HandedOnAt\" IS NULL" : "[HandedOnAt] IS NULL");
            }
        );
        Table<InboxMessage>(
            model,
            "inbox",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => new { x.EventId, x.Handler });
                e.Property(x => x.Handler).HasMaxLength(200);
            }
        );
        Table<IdempotentAnswer>(
            model,
            "idempotent_answers",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => new { x.AccountId, x.Key });
                e.Property(x => x.Key).HasMaxLength(80);
                e.HasIndex(x => x.At);
            }
        );
        Table<ClockDoubt>(
            model,
            "clock_doubts",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.AfterSeq);
                e.Property(x => x.AfterSeq).ValueGeneratedNever();
            }
        );
        Table<Discard>(
            model,
            "discards",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.Property(x => x.Key).HasMaxLength(100).IsUnicode(false);
                e.Property(x => x.What).HasMaxLength(100);
                e.HasIndex(x => x.At);
            }
        );
        Table<CheckFinding>(
            model,
            "findings",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => new { x.Check, x.AboutId });
                e.Property(x => x.Check).HasMaxLength(60).IsUnicode(false);
                e.Property(x => x.Number).HasMaxLength(40);
            }
        );
        Table<Backup>(
            model,
            "backups",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.Property(x => x.File).HasMaxLength(100);
                e.Property(x => x.Problem).HasMaxLength(100);
                e.HasIndex(x => new { x.At, x.Id });
            }
        );
        Table<Purge>(
            model,
            "purges",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.Property(x => x.Number).HasMaxLength(40);
                e.Property(x => x.KeyFingerprint).HasMaxLength(16).IsUnicode(false);
                // two hosts may come to the end together: one completes
                e.Property(x => x.CompletedAt).IsConcurrencyToken();
                e.HasIndex(x => x.SubjectId).IsUnique();
            }
        );
        Table<PurgeCount>(
            model,
            "purge_counts",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => new
                {
                    x.PurgeId,
                    x.Store,
                    x.What,
                });
                e.Property(x => x.Store).HasMaxLength(40);
                e.Property(x => x.What).HasMaxLength(40);
            }
        );
        Table<Confirmation>(
            model,
            "confirmations",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.Property(x => x.Number).HasMaxLength(40);
                e.HasIndex(x => new { x.Decision, x.AboutId }, "IX_open_confirmation")
                    .IsUnique()
                    .HasFilter(sqlite ? "\"State\" = 'requested'" : "[State] = 'requested'");
                e.HasIndex(x => x.ChildId);
            }
        );
        Table<MovedRow>(
            model,
            "moved_rows",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.Property(x => x.Entity).HasMaxLength(200).IsUnicode(false);
                e.HasIndex(x => x.MergeId);
                e.HasIndex(x => x.ChildId);
                e.HasIndex(x => x.MergedId);
            }
        );
        Table<GuessCount>(
            model,
            "guesses",
            sqlite,
            migrated,
            e =>
            {
                e.HasKey(x => x.Id);
                e.Property(x => x.Id).ValueGeneratedNever();
                e.Property(x => x.Address).HasMaxLength(45).IsUnicode(false);
                e.HasIndex(x => new { x.BlockedUntil, x.Id });
            }
        );
        Table<DataProtectionKey>(model, "data_protection_keys", sqlite, migrated, e => e.HasKey(x => x.Id));
    }

    private static void Table<T>(ModelBuilder model, string name, bool sqlite, bool migrated, Action<EntityTypeBuilder<T>> map)
        where T : class
    {
        var entity = model.Entity<T>();
        var (table, schema) = sqlite ? ($"{Module}_{name}", null) : (name, Module);
        entity.ToTable(
            table,
            schema,
            t =>
            {
                if (!migrated)
                    t.ExcludeFromMigrations();
            }
        );
        map(entity);
    }
}
