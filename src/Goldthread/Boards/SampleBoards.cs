using Goldthread.Core.Boards;
using Goldthread.Core.Organisations;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Boards;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Goldthread.Site;

namespace Goldthread.Boards;

/// <summary>The sample's boards with seats, a planned meeting and what was promised to them. All of it is illustrative.</summary>
internal static class SampleBoards
{
    private const string Delivery = "vawg-delivery-board", Commissioning = "victim-services-commissioning-board";

    private const string Seats = """
        MOPAC | Deputy Mayor for Policing and Crime | chair | 1/4/2021– | Head of Commissioning
        MOPAC | Head of Commissioning | member | 1/4/2021–
        MOPAC | Secretary to the Board | secretary | 1/4/2021–
        MPS | Partnership Lead | member | 1/4/2021– | Superintendent, Public Protection
        CPS | Victims Lead | member | 1/4/2021–
        NHS England | Clinical Lead | member | 1/4/2021–
        London Councils | Principal Policy Officer | member | 1/4/2021–
        HMCTS | Head of Courts Liaison | member | 1/4/2021–
        Survivors' Panel (illustrative) | Member of the Panel | adviser | 1/9/2021–
        """;

    /// <summary>Brings them in where nothing of them is there yet.</summary>
    public static async Task LoadAsync(RegisterDatabase database, string body, CancellationToken stop)
    {
        var view = database.For(Reader.Staff);
        if (await view.CountActionsAsync(new ActionQuery(body), stop) > 0)
            return;
        var owners = new OwnerNames(view);
        var today = Wording.Today(database.Clock);
        var changes = new List<Change>();
        foreach (var slug in (string[])[Delivery, Commissioning])
        {
            if ((await view.FindAsync(body, RecordKinds.Board.Name, slug, stop))?.Record is not { Content: Board board } found)
                continue;
            changes.Add(Of(RecordKinds.Board, found.Head.Reference, slug == Delivery ? await DeliveryAsync(board, owners, stop) : board with
            {
                Terms = "Sees what support survivors need and what there is, and advises on what to buy and to fund.",
                Parent = new Ref<Board>(Delivery),
                Quorum = 5,
                SetUp = new DateOnly(2021, 4, 1),
            }, "Set up for the sample; illustrative."));
        }

        foreach (var paper in (await new FoundActions(database).ListAsync(body, 20, stop)).Papers)
            foreach (var one in paper.Found.Where(one => one.Action.OwnerName.Length > 0))
                changes.Add(Of(RecordKinds.Action, one.Reference, await AnsweredAsync(one, owners, stop), "Found in the minutes and confirmed; illustrative."));
        changes.AddRange(await LatelyAsync(owners, today, stop));
        if (changes.Count > 0)
            await new RegisterWriter(database).SaveAsync(changes, stop);
        if ((await view.FindAsync(body, RecordKinds.Board.Name, Delivery, stop))?.Record is { } planned)
            await new RegisterWriter(database).SaveAsync(await MeetingAsync(database, planned, Next(today), stop), stop);

        Change Of(RecordKind kind, string reference, object content, string why) => new()
        {
            Kind = kind,
            Body = body,
            Reference = reference,
            Content = content,
            Visibility = Audience.Public,
            Who = Sample.Who,
            Process = "import",
            Reason = why,
        };

        async Task<IEnumerable<Change>> LatelyAsync(OwnerNames names, DateOnly day, CancellationToken stopping)
        {
            var board = new Ref<Board>(Delivery);
            var (police, nhs, courts) = (await names.FindAsync("MPS", stopping), await names.FindAsync("NHS England", stopping), await names.FindAsync("HMCTS", stopping));
            return
            [
                Of(RecordKinds.Action, $"{Delivery}-added-1", new BoardAction
                {
                    Text = "Tell the Board how many survivors heard from an officer within a week of being referred, for each of the last four quarters.", Owner = police.Organisation, OwnerName = police.Name,
                    Due = day.AddDays(-12), Agreed = day.AddDays(-70), Board = board,
                    Updates = [new ActionUpdate { On = day.AddDays(-30), By = "Partnership Lead", Step = ActionStep.Said, Words = "Three quarters are counted; the fourth waits for two boroughs." }],
                }, "Agreed with the board; illustrative."),
                Of(RecordKinds.Action, $"{Delivery}-added-2", new BoardAction
                {
                    Text = "Agree with the five integrated care systems who takes a referral from an advocate out of hours.", Owner = nhs.Organisation, OwnerName = nhs.Name,
                    Due = day.AddDays(20), Agreed = day.AddDays(-160), Board = board,
                    Updates =
                    [
                        new ActionUpdate { On = day.AddDays(-90), By = "Clinical Lead", Step = ActionStep.Moved, Words = "Two of the five have still to answer.", From = day.AddDays(-85), Due = day.AddDays(-20) },
                        new ActionUpdate { On = day.AddDays(-22), By = "Clinical Lead", Step = ActionStep.Moved, Words = "Four have agreed; the last decides at its own board.", From = day.AddDays(-20), Due = day.AddDays(20) },
                    ],
                }, "Agreed with the board; illustrative."),
                Of(RecordKinds.Action, $"{Delivery}-added-3", new BoardAction
                {
                    Text = "Let advocates see hearing dates on the day they are set.", Owner = courts.Organisation, OwnerName = courts.Name, Agreed = day.AddDays(-70), Due = day.AddDays(6), Board = board,
                    Updates = [new ActionUpdate { On = day.AddDays(-40), By = "Victims Lead", Step = ActionStep.HandedOn, Words = "The dates are set by the courts, and not by the prosecution.", To = courts.Name }],
                }, "Agreed with the board; illustrative."),
            ];
        }
    }

    private static async Task<Board> DeliveryAsync(Board board, OwnerNames owners, CancellationToken stop)
    {
        var seats = new List<Seat>();
        foreach (var seat in SeatText.Read(Seats).Seats)
            seats.Add(seat with { Organisation = (await owners.FindAsync(seat.Name, stop)).Organisation });
        return board with
        {
            Terms = "Sees that what the strategy promises is done: what was promised, by whom, by when, and what stands in the way. It advises the Deputy Mayor, who decides.",
            Openness = "Agendas and papers a week before a meeting; minutes once the next meeting has agreed them; offices, and no names of staff.",
            Quorum = 6,
            Seats = seats,
            StandingItems = ["Welcome, apologies and interests", "Minutes of the last meeting", "Survivors' Panel", "Any other business"],
            SetUp = new DateOnly(2021, 4, 1),
        };
    }

    // What the minutes of the sample promise was done in good time, or said to be: the year it tells of is over.
    private static async Task<BoardAction> AnsweredAsync(FoundAction found, OwnerNames owners, CancellationToken stop)
    {
        var (organisation, name) = await owners.FindAsync(found.Action.OwnerName, stop);
        var action = found.Action with { Owner = organisation, OwnerName = name };
        var on = (action.Due ?? action.Agreed?.AddDays(60) ?? new DateOnly(2022, 6, 1)).AddDays(found.Number == 2 ? 9 : -2);
        return new ActionAnswer(ActionStep.Done, "Done, and reported to the Board (illustrative).").On(action, on, organisation is null ? name : "Partnership office").Action!;
    }

    private static async Task<Change> MeetingAsync(RegisterDatabase database, FoundRecord board, DateOnly day, CancellationToken stop)
    {
        var today = Wording.Today(database.Clock);
        var of = (Board)board.Content;
        var agenda = await new BoardService(database).OfferedAsync(board, day, stop);
        var members = of.SeatsOn(day).Select(seat => seat.Organisation).OfType<Ref<Organisation>>().Distinct().ToList();
        return new Change
        {
            Kind = RecordKinds.Meeting,
            Body = board.Head.Body,
            Reference = $"{Delivery}/{day:yyyy-MM-dd}",
            Content = new Minutes
            {
                Body = of.Name,
                Date = day,
                Begins = new TimeOnly(10, 0),
                Ends = new TimeOnly(12, 0),
                Place = "City Hall and online",
                Link = "https://meeting.invalid/vawg-delivery-board",
                Agenda =
                [
                    .. agenda.Take(agenda.Count - 1),
                    new AgendaItem { Heading = "Hearing dates for advocates", Owner = "HM Courts & Tribunals Service", Length = 20, Papers = [new Paper { Title = "What advocates can see today", Text = "An advocate learns of a hearing by ringing the court. In one week of the autumn, 41 calls led to 33 dates, and 8 were of hearings that were over (illustrative).", Added = today }] },
                    new AgendaItem { Heading = "Who is not reached yet", Owner = "Head of Commissioning", Length = 30, Papers = [new Paper { Title = "Women over 60: what was tried", Text = "Sheltered housing, carers' groups and eye clinics were tried in three boroughs (illustrative).", Added = today }], MemberPapers = [new Paper { Title = "Places by borough", Text = "For the organisations of the Board until it is settled (illustrative).", Added = today }] },
                    .. agenda.Skip(agenda.Count - 1),
                ],
                Board = new Ref<Board>(board.Head.Reference),
                Members = members.Count > 0 ? members : null,
                Organisations = members.Count > 0 ? members : null,
            },
            Visibility = Audience.Public,
            Who = Sample.Who,
            Process = "import",
            Reason = "Planned for the sample; illustrative.",
        };
    }

    // A Wednesday some three weeks on.
    private static DateOnly Next(DateOnly today)
    {
        var day = today.AddDays(21);
        return day.AddDays(((int)DayOfWeek.Wednesday - (int)day.DayOfWeek + 7) % 7);
    }
}
