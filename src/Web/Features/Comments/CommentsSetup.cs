using Unknot.Practice.Comments;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Comments;

internal static class CommentsSetup
{
    internal static IServiceCollection AddComments(this IServiceCollection services) => services
        .AddSingleton<WriterMarks>()
        .AddSingleton<CommentAddresses>()
        .AddScoped<CommentMail>()
        .AddScoped<CommentDesk>()
        .AddScoped<ModerationDesk>();
}
