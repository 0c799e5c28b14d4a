using Unknot.Practice.Comments;

namespace Unknot.Web.Features.Comments;

internal static class CommentsSetup
{
    internal static IServiceCollection AddComments(this IServiceCollection services) => services
        .AddSingleton<WriterMarks>()
        .AddScoped<CommentMail>()
        .AddScoped<CommentDesk>()
        .AddScoped<ModerationDesk>();
}
