using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Booking;
using Unknot.Practice.Comments;
using Unknot.Practice.Hooks;
using Unknot.Practice.Mail;
using Unknot.Practice.People;
using Unknot.Practice.Pictures;
using Unknot.Practice.Receipts;
using Unknot.Practice.Site;
using Unknot.Practice.Views;
using Unknot.Practice.Visits;

namespace Unknot.Practice.Storage;

/// <summary>All that a practice keeps, in SQLite or PostgreSQL: one model for both. Its tables are made by <see cref="Migrator"/>.</summary>
public sealed class PracticeDb(DbContextOptions options) : IdentityDbContext<Person, PracticeRole, Guid>(options)
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleRevision> ArticleRevisions => Set<ArticleRevision>();

    public DbSet<ArticleTag> ArticleTags => Set<ArticleTag>();

    public DbSet<ArticleSubject> ArticleSubjects => Set<ArticleSubject>();

    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Picture> Pictures => Set<Picture>();

    public DbSet<PictureFile> PictureFiles => Set<PictureFile>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<CommentReport> CommentReports => Set<CommentReport>();

    public DbSet<ViewKey> ViewKeys => Set<ViewKey>();

    public DbSet<ViewMark> ViewMarks => Set<ViewMark>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<PracticeSettings> Settings => Set<PracticeSettings>();

    public DbSet<SignedInSession> Sessions => Set<SignedInSession>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<StoredKey> Keys => Set<StoredKey>();

    public DbSet<Service> Services => Set<Service>();

    public DbSet<Therapist> Therapists => Set<Therapist>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<WorkingWindow> WorkingWindows => Set<WorkingWindow>();

    public DbSet<DayChange> DayChanges => Set<DayChange>();

    public DbSet<Closure> Closures => Set<Closure>();

    public DbSet<Client> Clients => Set<Client>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<AppointmentEvent> AppointmentEvents => Set<AppointmentEvent>();

    public DbSet<WaitingEntry> WaitingList => Set<WaitingEntry>();

    public DbSet<BookingSettings> BookingSettings => Set<BookingSettings>();

    public DbSet<VisitNote> VisitNotes => Set<VisitNote>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>With a table for passkeys.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<ArticleId>().HaveConversion<RowIdConverter<ArticleId>>();
        configurationBuilder.Properties<AuthorId>().HaveConversion<RowIdConverter<AuthorId>>();
        configurationBuilder.Properties<PictureId>().HaveConversion<RowIdConverter<PictureId>>();
        configurationBuilder.Properties<CommentId>().HaveConversion<RowIdConverter<CommentId>>();
        configurationBuilder.Properties<MessageId>().HaveConversion<RowIdConverter<MessageId>>();
        configurationBuilder.Properties<ServiceId>().HaveConversion<RowIdConverter<ServiceId>>();
        configurationBuilder.Properties<AddOnId>().HaveConversion<RowIdConverter<AddOnId>>();
        configurationBuilder.Properties<TherapistId>().HaveConversion<RowIdConverter<TherapistId>>();
        configurationBuilder.Properties<RoomId>().HaveConversion<RowIdConverter<RoomId>>();
        configurationBuilder.Properties<AppointmentId>().HaveConversion<RowIdConverter<AppointmentId>>();
        configurationBuilder.Properties<ClientId>().HaveConversion<RowIdConverter<ClientId>>();
        configurationBuilder.Properties<WaitingId>().HaveConversion<RowIdConverter<WaitingId>>();
        configurationBuilder.Properties<VisitNoteId>().HaveConversion<RowIdConverter<VisitNoteId>>();
        configurationBuilder.Properties<PaymentId>().HaveConversion<RowIdConverter<PaymentId>>();
        configurationBuilder.Properties<ReceiptId>().HaveConversion<RowIdConverter<ReceiptId>>();
        configurationBuilder.Properties<WebhookId>().HaveConversion<RowIdConverter<WebhookId>>();
        configurationBuilder.Properties<ApiKeyId>().HaveConversion<RowIdConverter<ApiKeyId>>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        PeopleModel.Describe(builder);
        ArticleModel.Describe(builder);
        CommentModel.Describe(builder);
        SiteModel.Describe(builder);
        BookingModel.Describe(builder);
        VisitModel.Describe(builder);
        ReceiptModel.Describe(builder);
        HookModel.Describe(builder);
        Naming.UseSnakeCase(builder);
    }
}
