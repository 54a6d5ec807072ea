/** The guide: how orders are received and fulfilled, in our own words, readable without a network (R8). */
export const guideText = {
  title: 'Guide',
  open: 'Guide: how orders arrive and are fulfilled',
  search: 'Search the guide',
  topicsLabel: 'Topics',
  nothing: (words: string) => `Nothing in the guide has “${words}”.`,
  whatToDo: 'What to do',
  online: 'More help, online',
  onlineFulfil: 'Retail POS: help centre',
  onlineBigCommerce: 'BigCommerce: help centre',
  onlineWhat: 'Opens in the browser; it needs a network.',
  // A blank line begins a paragraph.
  topics: {
    arrive: {
      title: 'How orders arrive',
      body: `A customer orders in the BigCommerce store. BigCommerce keeps the order and writes to the customer. Within a minute it is here: as a sale in Sales history, and as something to hand over in Fulfillments. Each leads to the other.

It arrives once, whatever happens in between: no network, a restart, two tills. An order that is still Incomplete or Pending waits there and arrives when it completes.

An order is missing? Type its number into the search, or into “Why isn't order … here?” on top of the Queue. The answer names the reason and the next step.

What is sold at the counter never becomes an order in BigCommerce.`,
    },
    fulfil: {
      title: 'Fulfilling a delivery',
      body: `Open Fulfillments. The oldest is on top, but whatever took the last piece of something leads. The big button always says the next step.

1. Start picking. Others see that it is being worked on.
2. Pick. Scan each article, or use the stepper beside the line. A wrong article is refused aloud and changes nothing. Bins say where to walk; a pick round takes many orders at once.
3. Print the packing slip (P). It knows whether it was printed before, and says REVISED when the order changed.
4. Packed. BigCommerce is told “Awaiting Shipment”.
5. Ship, with tracking number and carrier. Part of an order can go first; the rest stays. BigCommerce gets the shipment and writes to the customer.

Something is missing on the shelf? Choose “Can't fulfil” and say why. It moves to Stuck, and nobody looks for it twice. Z takes the last step back, as long as BigCommerce was not told.`,
    },
    pickup: {
      title: 'Pickups and the hold shelf',
      body: `Pick and pack as always. Then “Ready”: enter or scan the shelf's code. BigCommerce is told “Awaiting Pickup”.

When the customer comes, scan the slip or type the order's number, ask for the name, and press “Handed over”. Name and time are kept.

The hold shelf shows how many days each one has waited. Too long? “Return to stock” puts the pieces back on the shelf. The money is settled in BigCommerce.`,
    },
    paid: {
      title: 'Paid, not paid, on hold',
      body: `“Closed” says only that an order counts as a sale. It is neither paid nor handed over by that.

What is not paid says “Not paid”, and cannot be handed over. When the payment is entered in BigCommerce, the mark goes. A manager may let goods go all the same, with a reason, which is kept.

On hold (Disputed, Manual Verification Required) works the same way.

Online money is part of the register that the store is bound to, shown apart from what lies in the drawer. See Settings › Till.`,
    },
    statuses: {
      title: 'BigCommerce statuses',
      body: `Not imported: Incomplete, Pending.

Closed: Awaiting Payment, Awaiting Fulfillment, Awaiting Shipment, Awaiting Pickup, Partially Shipped, Shipped, Completed, Refunded, Partially Refunded, Disputed, Manual Verification Required.

Voided: Cancelled, Declined.

A store may give these other names. Tillbridge goes by the status itself, not by its name. Each sale shows both: its own status and BigCommerce's, with what it means.`,
    },
    changes: {
      title: 'Cancelled, refunded, changed',
      body: `Cancelled in BigCommerce: the sale is voided, its stock comes back once, its payments leave the till's totals. Was anything picked? Then “Put back” lists it: take the pieces to the shelf and confirm.

Refunded: the sale stays and gets a return. Articles that came back return to stock; money alone moves no stock.

Lines changed: pieces that were picked too many are to be put back, new ones are to be picked, and a printed slip is out of date.

Changed there while you worked here without a network? It is shown side by side in the Queue, with what to do. Where goods have left already, you are asked; nothing is overwritten silently.`,
    },
    record: {
      title: 'What is managed where',
      body: `Once linked, this till is the record for products, prices and stock. Change them here. A name, price or stock level that is changed in BigCommerce never overwrites what is here.

From BigCommerce come only online sales, the customers that come with them, and the stock that they take. A new e-mail address becomes a new customer; a known one keeps its data as it is here.

A product on an order that is not known here is created, marked “created from an online order”, and used again the next time. Shipping, handling and gift wrapping are products of their own, without stock.`,
    },
    stock: {
      title: 'Stock',
      body: `An order takes its pieces from the linked outlet once, when it arrives. Picking, packing, shipping and printing take nothing more. A cancelled order gives them back once.

Sales at the counter, counts, receipts and corrections here reach BigCommerce within seconds.

Every figure opens to the movements that it is the sum of: which order, who, when, why. A figure below zero means that more was sold than was counted; count the shelf.

The daily proof compares everything with BigCommerce and shows only what differs, each with one safe repair.`,
    },
    offline: {
      title: 'Without a network',
      body: `Everything that is here works on: pick, pack, ship, hand over, print. It is recorded at once and survives a power cut. The chip on top says how many changes wait.

When the network is back they go out by themselves, in order, each once. What BigCommerce refuses stays in the Queue with its own words: send it again, or let a manager discard it.

Figures turn amber when BigCommerce was not asked for a while. Then look twice before you promise the last piece.`,
    },
    history: {
      title: 'Past orders, unlinking',
      body: `Orders from before the link stay out. Importing them can change stock levels, and putting that right takes time; Retail Support unlocks it with a code. A rehearsal shows first what would happen, and the whole batch can be taken back.

Do not unlink and relink to solve a problem: it is meant for starting over. Nothing here is deleted by it, and linking the same store again takes everything up where it was.`,
    },
    trouble: {
      title: 'When something is wrong',
      body: `Token refused: make a new store-level API account in BigCommerce and enter its token. Reading goes on; nothing is lost.

Plan lost: orders wait in BigCommerce, everything here stays readable. It goes on when the plan allows it again.

Disk full: free some space. Nothing is half recorded.

Database damaged or gone: nothing new is begun in its place. Restore the last good copy: Settings › Backup and restore, or the command that is named.

Send support the file from Settings › Window and updates: it holds findings and logs, no customer and no token.`,
    },
  },
} as const;
